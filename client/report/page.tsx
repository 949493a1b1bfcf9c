import type { ComponentChildren } from 'preact';

import { fill, type Catalogue, type Language } from '../messages/index.ts';
import type { ReaderFacts } from './messages.ts';

/** What a page says of the office, taken from its verified directory when the page is made. */
export interface OfficeFacts {
  readonly name: string;
  readonly contact: string;
  readonly demo: boolean;
  /** The charter public key, base64: what the script verifies against. */
  readonly charter: string;
  readonly fingerprint: string;
  readonly readers: readonly ReaderFacts[];
}

export interface PageFacts {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly office: OfficeFacts;
}

/** Where "Leave this page" goes: a page that anybody may have open. */
const ELSEWHERE = 'https://www.bbc.com/weather';

/** Texts that the script needs. */
const SCRIPT_TEXTS = [
  'preparing',
  'ready',
  'sealing',
  'working',
  'sending',
  'waiting',
  'send',
  'tryAgain',
  'storyLeft',
  'readerExclude',
  'readerReads',
  'readerNoKey',
  'receivedId',
  'failure-story-missing',
  'failure-story-too-long',
  'failure-nobody-left',
  'failure-readers-changed',
  'failure-offline',
  'failure-server-busy',
  'failure-refused',
  'failure-office-untrusted',
  'failure-office-expired',
  'failure-insecure',
  'failure-unsupported',
  'failure-unknown',
] as const satisfies readonly (keyof Catalogue)[];

const DANGER_CHOICES = [
  ['now', 'dangerNow'],
  ['soon', 'dangerSoon'],
  ['not-now', 'dangerNotNow'],
  ['unknown', 'dangerUnknown'],
  ['', 'ratherNotSay'],
] as const satisfies readonly (readonly [string, keyof Catalogue])[];

/** The whole document of the form in one language: readable before any script runs. */
export function Page({ language, languages, office }: PageFacts) {
  const t = language.texts;
  return (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{t.title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/report.css" />
        <script type="module" src="/assets/form.js" />
      </head>
      <body>
        {office.demo && <p class="demo">{t.demo}</p>}
        <a id="exit" class="exit" href={ELSEWHERE} rel="noreferrer noopener" aria-describedby="exit-hint">
          {t.exit}
        </a>
        <Top language={language} languages={languages} />
        <main>
          <About t={t} office={office} />
          <Form t={t} office={office} />
          <Received t={t} />
        </main>
        <template id="texts">
          {SCRIPT_TEXTS.map((key) => (
            <p data-text={key}>{t[key]}</p>
          ))}
        </template>
      </body>
    </html>
  );
}

function Top({ language, languages }: Pick<PageFacts, 'language' | 'languages'>) {
  const t = language.texts;
  return (
    <header>
      <p id="exit-hint" class="hint">
        {t.exitHint}
      </p>
      <nav aria-label={t.languages}>
        <ul class="languages">
          {languages.map((other) => (
            <li>
              <a
                href={`/${other.tag}/`}
                lang={other.tag}
                hreflang={other.tag}
                dir={other.direction}
                aria-current={other.tag === language.tag ? 'page' : undefined}
              >
                {other.ownName}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {!language.reviewedByNativeSpeaker && <p class="hint">{t.unreviewed}</p>}
    </header>
  );
}

function About({ t, office }: { t: Catalogue; office: OfficeFacts }) {
  return (
    <div id="about">
      <h1>{t.heading}</h1>
      <p>{fill(t.intro, { office: office.name })}</p>
      <h2>{t.howTitle}</h2>
      <ul>
        <li>{t.howSealed}</li>
        <li>{t.howNext}</li>
        <li>{t.howNot}</li>
      </ul>
      <h2>{t.safeTitle}</h2>
      <ul>
        <li>{t.safeDevice}</li>
        <li>{t.safeTor}</li>
        <li>{t.safeWho}</li>
        <li>{t.safeDetail}</li>
        <li>{t.safeKeep}</li>
      </ul>
      {office.contact !== '' && <p>{fill(t.contact, { contact: office.contact })}</p>}
      <noscript>
        <div class="notice">
          <p>{t.needsScript}</p>
          <p>{t.needsScriptTor}</p>
        </div>
      </noscript>
    </div>
  );
}

function Form({ t, office }: { t: Catalogue; office: OfficeFacts }) {
  return (
    <form id="report" autocomplete="off" data-charter={office.charter} novalidate>
      <fieldset id="danger">
        <legend>{t.dangerTitle}</legend>
        {DANGER_CHOICES.map(([value, key]) => (
          <label class="choice">
            <input
              type="radio"
              name="danger"
              value={value}
              checked={value === ''}
              autocomplete="off"
              disabled
              data-waits
            />
            <span>{t[key]}</span>
          </label>
        ))}
        <p id="danger-help" class="notice" role="status" hidden>
          {t.dangerHelp}
        </p>
      </fieldset>
      <Field>
        <label class="question" for="story">
          {t.storyTitle}
        </label>
        <p id="story-hint" class="hint">
          {t.storyHint}
        </p>
        <textarea
          id="story"
          rows={10}
          dir="auto"
          required
          autocomplete="off"
          autocorrect="off"
          spellcheck={false}
          data-gramm="false"
          aria-describedby="story-hint story-left"
          disabled
          data-waits
        />
        <p id="story-left" class="hint" />
      </Field>
      <fieldset aria-describedby="readers-hint">
        <legend>{t.readersTitle}</legend>
        <p id="readers-hint" class="hint">
          {t.readersHint}
        </p>
        <ul id="readers" tabindex={-1}>
          {office.readers.map((reader) => (
            <li>
              <p class="reader">
                <bdi>{reader.name}</bdi> · <bdi>{reader.role}</bdi>
              </p>
            </li>
          ))}
        </ul>
        <h3>{t.fingerprintTitle}</h3>
        <p class="hint">{t.fingerprintHint}</p>
        <p class="fingerprint">
          <bdi id="fingerprint" dir="ltr">
            {office.fingerprint}
          </bdi>
        </p>
      </fieldset>
      <div id="problem" class="problem" role="alert" tabindex={-1} hidden>
        <h2>{t.problemTitle}</h2>
        <p id="problem-text" />
        <p id="problem-kept" hidden>
          {t.problemKept}
        </p>
      </div>
      <button id="send" type="submit" disabled>
        {t.send}
      </button>
      <p id="status" class="status" role="status">
        {t.starting}
      </p>
    </form>
  );
}

function Received({ t }: { t: Catalogue }) {
  return (
    <section id="received" class="received" tabindex={-1} hidden>
      <h1>{t.receivedTitle}</h1>
      <p>{t.receivedKept}</p>
      <p>{t.receivedNext}</p>
      <p id="received-id" />
      <p class="hint">{t.receivedIdHint}</p>
      <p>{t.receivedLeave}</p>
    </section>
  );
}

function Field({ children }: { children: ComponentChildren }) {
  return <div class="field">{children}</div>;
}
