import { RETURN_TEXTS } from '../return/texts.ts';
import type { Language } from '../../messages/index.ts';
import { RETURN_PATH, type PageFacts } from './facts.ts';
import { Above, Document, Loaded, Texts } from './page.tsx';
import { PRIVATE_TEXT } from './step.tsx';
import { EvidenceChoice, Problem, ReaderList, Upload } from './steps.tsx';
import { Languages } from './top.tsx';

type Facts = Pick<PageFacts, 'language' | 'languages' | 'office'>;

/** Where somebody comes back with their code: asks for it, and holds what the script shows once it opens something. */
export function ReturnPage(facts: Facts) {
  const { language, languages } = facts;
  const { page: t, script, returning: r } = language.texts;
  return (
    <Document language={language} title={t.title} head={<Loaded script="back.js" />}>
      <Above facts={facts}>
        <Languages language={language} languages={languages} path={RETURN_PATH} />
      </Above>
      <main>
        <Problem t={t} />
        <Enter {...facts} />
        <Mailbox {...facts} />
        <SavedReceipt language={language} />
        <section id="closed" class="received" hidden>
          <h1 tabindex={-1} data-heading>
            {r.closedTitle}
          </h1>
          <p>{r.closed}</p>
        </section>
        <section id="emptied" class="notice" hidden>
          <h1 tabindex={-1} data-heading>
            {r.emptiedTitle}
          </h1>
          <p>{r.emptied}</p>
          <p class="alone">
            <a href={`/${language.tag}/${RETURN_PATH}`}>{r.enterAgain}</a>
          </p>
        </section>
      </main>
      <Texts language={language} texts={{ ...script, ...own(r.script) }} />
    </Document>
  );
}

/** Without script there is nothing to press. */
function Enter({ language, office }: Facts) {
  const { page: t, returning: r } = language.texts;
  return (
    <section id="enter">
      <h1 tabindex={-1} data-heading>
        {r.title}
      </h1>
      <noscript>
        <div class="notice">
          <p>{r.noScript}</p>
          <p>{t.noScriptTor}</p>
        </div>
      </noscript>
      <form
        id="enter-form"
        class="scripted"
        method="dialog"
        autocomplete="off"
        data-charter={office.charter}
        novalidate
      >
        <label class="line" for="code">
          <span>{r.code}</span>
        </label>
        <p id="code-hint" class="hint">
          {r.codeHint}
        </p>
        <textarea
          id="code"
          name="code"
          rows={4}
          {...PRIVATE_TEXT}
          autocapitalize="none"
          aria-describedby="code-hint code-kept"
        />
        <p id="code-kept" class="hint">
          {r.codeKept}
        </p>
        <button type="submit">{r.open}</button>
        <p id="status-enter" class="status" role="status">
          {t.starting}
        </p>
      </form>
      <p class="alone">
        <a href={`/${language.tag}/`}>{r.toForm}</a>
      </p>
      <details>
        <summary>{t.fingerprintTitle}</summary>
        <p class="hint">{t.fingerprintHint}</p>
        <p class="fingerprint">
          <bdi dir="ltr">{office.fingerprint}</bdi>
        </p>
      </details>
    </section>
  );
}

function Mailbox({ language, office }: Facts) {
  const { returning: r, code } = language.texts;
  return (
    <section id="mailbox" hidden>
      <h1 id="report-title" tabindex={-1} data-heading>
        {r.reportTitle}
      </h1>
      <ul id="states" class="states" />
      <button id="look-back" type="button" class="second" hidden>
        {r.lookBack}
      </button>
      <p id="status-back" role="status" />
      <div id="receipts" hidden>
        <p>{code.receipt}</p>
        <ul id="receipt-list" data-label={code.receiptSave} />
      </div>
      <h2 id="answers-title" tabindex={-1} data-heading>
        {r.answersTitle}
      </h2>
      <p id="owed" hidden>
        {r.script.whatIsOwed}
      </p>
      <ol id="replies" class="replies" />
      <div id="doubts" class="problem" role="alert" hidden />
      <button id="look-again" type="button" class="second">
        {r.lookAgain}
      </button>
      <p id="status-look" role="status" />
      <Write language={language} office={office} />
      <details class="closing">
        <summary>{r.closeTitle}</summary>
        <p id="close-hint">{r.closeHint}</p>
        <form id="close-form" method="dialog" autocomplete="off" novalidate>
          <label class="choice">
            <input id="close-tick" name="close" type="checkbox" autocomplete="off" aria-describedby="close-hint" />
            <span>{r.closeTick}</span>
          </label>
          <button type="submit" class="second">
            {r.closeTitle}
          </button>
          <p id="status-close" role="status" />
        </form>
      </details>
    </section>
  );
}

/** A receipt that was saved is held against the log; whoever has one needs no code for that. */
function SavedReceipt({ language }: Pick<Facts, 'language'>) {
  const { returning: r, code } = language.texts;
  return (
    <section id="saved-receipt" class="scripted">
      <details class="closing">
        <summary>{r.checkTitle}</summary>
        <p id="check-hint">{r.checkHint}</p>
        <form id="check-form" method="dialog" autocomplete="off" novalidate>
          <label class="file">
            <span>{r.checkFile}</span>
            <input id="check-file" type="file" autocomplete="off" aria-describedby="check-hint" />
          </label>
          <button type="submit" class="second">
            {code.check}
          </button>
          <p id="status-check" role="status" />
        </form>
        <div id="receipt-outcome" tabindex={-1} hidden />
        <button id="receipt-back" type="button" class="second" hidden>
          {r.lookBack}
        </button>
        <p id="status-further" role="status" />
      </details>
    </section>
  );
}

/** As the form asks, on one screen: who comes back knows it. */
function Write({ language, office }: Pick<Facts, 'language' | 'office'>) {
  const { page: t, returning: r } = language.texts;
  return (
    <form id="report" method="dialog" autocomplete="off" novalidate>
      <h2>{r.writeTitle}</h2>
      <p id="write-hint" class="hint">
        {r.writeHint}
      </p>
      <label class="line" for="story">
        <span>{r.message}</span>
      </label>
      <textarea id="story" name="story" rows={6} {...PRIVATE_TEXT} aria-describedby="write-hint story-left" />
      <p id="story-left" class="hint" role="status" />
      <h2>{t.evidenceTitle}</h2>
      <EvidenceChoice t={t} />
      <Upload t={t} />
      <fieldset class="item" aria-describedby="readers-again readers-hint readers-together">
        <legend>
          <h2>{t.readersTitle}</h2>
        </legend>
        <p id="readers-again">{r.readersAgain}</p>
        <p id="readers-hint" class="hint">
          {t.readersHint}
        </p>
        <ReaderList office={office} />
      </fieldset>
      <button id="send" type="submit">
        {t.send}
      </button>
      <p id="status-send" role="status" />
      <section id="sent" class="received" tabindex={-1} aria-labelledby="sent-title" hidden>
        <h2 id="sent-title">{t.receivedTitle}</h2>
        <p>{r.sent}</p>
      </section>
    </form>
  );
}

/** The texts that only this page's script shows, under names that no other text has. */
function own(texts: Language['texts']['returning']['script']) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [RETURN_TEXTS + key, text]));
}
