import type { ComponentChildren } from 'preact';

import type { Plural, SpokenTexts } from '../../messages/index.ts';
import { Code } from './code.tsx';
import { Delivery } from './delivery.tsx';
import { ELSEWHERE, RETURN_PATH, type PageFacts } from './facts.ts';
import { Dressed, INLINE } from './inline.tsx';
import { QuestionnaireStep } from './question.tsx';
import { Start } from './start.tsx';
import { Evidence, Moves, Problem, Readers, Received, ReceivedNumber, Review, Saved, Story, Upload } from './steps.tsx';
import { Head, Languages } from './top.tsx';

/** The whole document of the form in one language: readable before any script runs. */
export function Page(facts: PageFacts) {
  const { language, languages } = facts;
  const t = language.texts.page;
  return (
    <Document language={language} title={t.title} head={<Loaded script="form.js" />}>
      <Above facts={facts}>
        <Languages language={language} languages={languages} />
        <p class="alone once">
          <a href={`/${language.tag}/${RETURN_PATH}`}>{language.texts.returning.link}</a>
        </p>
      </Above>
      <main>
        <FormSteps facts={facts} send={t.send}>
          <Upload t={t} />
        </FormSteps>
        <Delivery language={language} hasOffline={facts.hasOffline === true} />
        <Received t={t} />
        <Code t={language.texts.code}>
          <ReceivedNumber t={t} code={language.texts.code} />
        </Code>
      </main>
      <Texts language={language} texts={scriptTexts(language)} />
    </Document>
  );
}

/** The form in one file, for opening from disk: `scripts/render-offline.ts` puts style, scripts and directory in their places. */
export function OfflinePage(facts: PageFacts) {
  const { language } = facts;
  const t = language.texts.page;
  const head = (
    <>
      <meta http-equiv="Content-Security-Policy" content={INLINE.policy} />
      <link rel="icon" href="data:," />
      <style>{INLINE.style}</style>
    </>
  );
  return (
    <Document language={language} title={t.title} head={head}>
      <Above facts={facts}>
        <p class="hint">{t.offlineNotice}</p>
      </Above>
      <main>
        <noscript>
          <div class="notice">
            <p>{t.noScript}</p>
            <p>{t.noScriptTor}</p>
          </div>
        </noscript>
        <FormSteps facts={facts} send={t.offlineSave} />
        <Saved t={t} />
        <Code t={language.texts.code}>
          <p>{t.receivedLeave}</p>
        </Code>
      </main>
      <Texts language={language} texts={scriptTexts(language)} />
      <script type="application/json" id="directory">
        {INLINE.directory}
      </script>
      <script type="text/plain" id="worker">
        {INLINE.worker}
      </script>
      <script>{INLINE.script}</script>
    </Document>
  );
}

interface DocumentProps {
  readonly language: PageFacts['language'];
  readonly title: string;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Document({ language, title, head, children }: DocumentProps) {
  return (
    <html lang={language.tag} dir={language.direction}>
      <Head title={title}>{head}</Head>
      <body>{children}</body>
    </html>
  );
}

export function Loaded({ script }: { readonly script: string }) {
  return (
    <>
      <Dressed />
      <script type="module" src={`/assets/${script}`} />
    </>
  );
}

interface AboveProps {
  readonly facts: Pick<PageFacts, 'language' | 'office'>;
  readonly children: ComponentChildren;
}

/** The way out first, so that it is reached first. */
export function Above({ facts, children }: AboveProps) {
  const { language, office } = facts;
  const t = language.texts.page;
  return (
    <header>
      {office.demo && <p class="demo">{t.demo}</p>}
      <a id="exit" class="exit" href={ELSEWHERE} rel="noreferrer noopener" aria-describedby="exit-hint">
        {t.exit}
      </a>
      <p id="exit-hint" class="hint once">
        {t.exitHint}
      </p>
      {children}
      {!language.reviewedByNativeSpeaker && <p class="hint once">{t.unreviewed}</p>}
    </header>
  );
}

interface FormStepsProps {
  readonly facts: PageFacts;
  readonly send: string;
  readonly children?: ComponentChildren;
}

function FormSteps({ facts, send, children }: FormStepsProps) {
  const { language, office, questionnaire } = facts;
  const t = language.texts.page;
  return (
    <>
      <p id="progress" class="progress" hidden />
      <Problem t={t} />
      {/* Pressed before the script has come, `dialog` does nothing; any other method would put the answers into an address. */}
      <form id="report" method="dialog" autocomplete="off" data-charter={office.charter} novalidate>
        <Start {...facts} />
        <Story t={t} />
        <Evidence t={t} />
        {questionnaire.steps.map((step) => (
          <QuestionnaireStep key={step.questions[0]?.id} step={step} facts={facts} />
        ))}
        <Readers t={t} office={office} />
        <Review t={t} />
        {children}
        <Moves t={t} send={send} />
      </form>
    </>
  );
}

function scriptTexts({ texts }: PageFacts['language']): SpokenTexts {
  return { ...texts.script, ...texts.code.script };
}

type TextsOfScript = Readonly<Record<string, string | Plural | Readonly<Record<string, string>>>>;

interface TextsProps {
  readonly language: PageFacts['language'];
  readonly texts: TextsOfScript;
}

/** The texts of the script, in the page itself: no language costs another one bytes. A plural has one entry for each form. */
export function Texts({ language, texts }: TextsProps) {
  return (
    <template id="texts" data-digits={digitsOf(language)}>
      {Object.entries(texts).flatMap(([key, text]) =>
        typeof text === 'string' ? (
          <p data-text={key}>{text}</p>
        ) : (
          Object.entries('forms' in text ? text.forms : text).map(([name, form]) => (
            <p data-text={`${key}.${name}`}>{form}</p>
          ))
        ),
      )}
    </template>
  );
}

/** Ten digits as the language writes them, zero first. */
function digitsOf({ tag }: PageFacts['language']): string {
  const numbers = new Intl.NumberFormat(tag);
  return Array.from({ length: 10 }, (_, digit) => numbers.format(digit)).join('');
}
