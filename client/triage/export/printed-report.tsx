import { fill } from '../../messages/fill.ts';
import { inert, inertLines } from '../../shared/inert.ts';
import { answersOf, type Group, type Line } from './answers.ts';
import type { ShownLeaving } from './leaving.ts';
import type { Wording } from './wording.ts';

interface ReportProps {
  readonly leaving: ShownLeaving;
  readonly wording: Wording;
  readonly isPart?: boolean;
}

interface ReportsProps {
  readonly leaving: readonly ShownLeaving[];
  readonly wording: Wording;
  /** It stands on a page of ours, below headings of it. */
  readonly isPart?: boolean;
}

/** From a report's own down to those within an answer. */
const HEADINGS = ['h1', 'h2', 'h3'] as const;
const HEADINGS_OF_PART = ['h4', 'h5', 'h6'] as const;

/** A selection for print, each report on a page of its own. */
export function PrintedReports({ leaving, wording, isPart = false }: ReportsProps) {
  return (
    <div class="printed" lang={wording.language.tag} dir={wording.language.direction}>
      {leaving.map((each) => (
        <PrintedReport leaving={each} wording={wording} isPart={isPart} />
      ))}
    </div>
  );
}

/**
 * One report as people read it on paper. All that others wrote is text of its own direction, apart from ours, and what could act or hide in
 * it is made visible.
 */
export function PrintedReport({ leaving, wording, isPart = false }: ReportProps) {
  const headings = isPart ? HEADINGS_OF_PART : HEADINGS;
  const [Title, Section] = headings;
  const { reference, received, report, leftOut } = leaving;
  const { texts } = wording;
  return (
    <article class="printed-report">
      <Title>{fill(texts.report, { reference })}</Title>
      <dl class="printed-facts">
        <Fact title={texts.received} text={received === null ? texts.receivedUnknown : wording.date(received)} />
        <TriageFacts leaving={leaving} wording={wording} />
      </dl>
      {answersOf(report, wording).map(({ title, groups }) => (
        <section class="printed-answer">
          <Section dir="auto">{inert(title)}</Section>
          {groups.map((group) => (
            <PrintedGroup group={group} headings={headings} />
          ))}
        </section>
      ))}
      <PrintedFiles leaving={leaving} wording={wording} isPart={isPart} />
      {leaving.triage.notes.length > 0 && (
        <section class="printed-answer">
          <Section>{texts.notes}</Section>
          {leaving.triage.notes.map((note) => (
            <PrintedLine line={{ text: note }} />
          ))}
        </section>
      )}
      {leftOut > 0 && <p class="printed-left-out">{wording.count(texts.leftOut, leftOut)}</p>}
    </article>
  );
}

function TriageFacts({ leaving: { triage }, wording }: ReportProps) {
  const { texts } = wording;
  return (
    <>
      {triage.status !== null && <Fact title={texts.status} text={wording.triage('statuses', triage.status)} />}
      {triage.reason !== null && <Fact title={texts.reason} text={wording.triage('reasons', triage.reason)} />}
      {triage.urgency !== null && <Fact title={texts.urgency} text={wording.triage('urgencies', triage.urgency)} />}
      {triage.labels.length > 0 && <Fact title={texts.labels} text={triage.labels.join('; ')} />}
    </>
  );
}

function Fact({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd dir="auto">{inert(text)}</dd>
    </div>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly headings: typeof HEADINGS | typeof HEADINGS_OF_PART;
}

function PrintedGroup({ group: { title, lines }, headings: [, , Heading] }: GroupProps) {
  return (
    <>
      {title !== undefined && <Heading>{title}</Heading>}
      {lines.map((line) => (
        <PrintedLine line={line} />
      ))}
    </>
  );
}

/** Each line a paragraph: so it keeps its own direction, and no line break is lost. */
function PrintedLine({ line: { label, text } }: { readonly line: Line }) {
  if (label !== undefined) {
    return (
      <p>
        <span class="printed-label">{label}</span> <bdi>{inertLines(text).join(' ')}</bdi>
      </p>
    );
  }
  return (
    <>
      {inertLines(text).map((each) => (
        <p dir="auto" class="printed-text">
          {each}
        </p>
      ))}
    </>
  );
}

function PrintedFiles({ leaving: { report, withheldFiles }, wording, isPart = false }: ReportProps) {
  const [, Section] = isPart ? HEADINGS_OF_PART : HEADINGS;
  const files = report.evidence?.files ?? [];
  if (files.length === 0) return null;
  const { texts } = wording;
  return (
    <section class="printed-answer">
      <Section>{wording.title('evidence')}</Section>
      <ol class="printed-files">
        {files.map(({ name, size, type, note, story }, i) => (
          <li>
            <bdi>{inert(name)}</bdi>
            {!withheldFiles.has(i) && (
              <>
                {typeof size === 'number' && ` – ${wording.count(texts.bytes, size)}`}
                {type !== undefined && type !== '' && <bdi> – {inert(type)}</bdi>}
                {story === true && <p>{texts.tellsStory}</p>}
                {note !== undefined && <PrintedLine line={{ text: note }} />}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
