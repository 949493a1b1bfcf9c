import { Fragment } from 'preact';

import { fill } from '../../messages/index.ts';
import { inertParts } from '../../shared/inert.ts';
import { lookalikeParts } from './lookalikes.ts';
import { useWords, type Words } from './words.ts';

interface InertProps {
  readonly children: string;
}

/** A line from a stranger, in its own direction. Only text: nothing in it is markup, reorders what stands around it, or hides. */
export function Inert({ children }: InertProps) {
  return <bdi>{markedLine(children.replace(/\s+/g, ' '), useWords())}</bdi>;
}

/** The same for a text of several lines: each line finds its own direction. */
export function InertText({ children }: InertProps) {
  const words = useWords();
  const lines = children.replaceAll('\r\n', '\n').split('\n');
  return (
    <div class="inert">
      {lines.map((line, i) => (
        <p key={i} dir="auto">
          {line === '' ? <br /> : markedLine(line, words)}
        </p>
      ))}
    </div>
  );
}

/** What a reader must know of a text before they read it; nothing where there is nothing to know. */
export function Marks({ children }: InertProps) {
  const words = useWords();
  const { t } = words;
  const { hidden, mixed } = countMarks(children);
  if (hidden + mixed === 0) return null;
  return (
    <div class="note warning">
      <p>{t.report.marked}</p>
      <ul>
        {hidden > 0 && <li>{words.count(t.report.markedHidden, hidden)}</li>}
        {mixed > 0 && <li>{words.count(t.report.markedMixed, mixed)}</li>}
      </ul>
    </div>
  );
}

function markedLine(line: string, { t }: Words) {
  return line.split('\t').map((cell, column) => (
    <Fragment key={column}>
      {column > 0 && '\t'}
      {inertParts(cell).map((part, i) =>
        typeof part === 'string' ? (
          <Fragment key={i}>{lookalikeParts(part).map((word, j) => markedWord(word, j, t.report.mixed))}</Fragment>
        ) : (
          <mark key={i} class="hidden-character" title={fill(t.report.hidden, { code: part.named })}>
            {part.named}
          </mark>
        ),
      )}
    </Fragment>
  ));
}

function markedWord(word: ReturnType<typeof lookalikeParts>[number], key: number, explained: string) {
  if (typeof word === 'string') return word;
  return (
    <mark key={key} class="mixed-word" title={fill(explained, { scripts: word.scripts.join(', ') })}>
      {word.mixed}
    </mark>
  );
}

function countMarks(text: string): { readonly hidden: number; readonly mixed: number } {
  let hidden = 0;
  let mixed = 0;
  for (const part of inertParts(text.replaceAll('\r\n', '\n').replace(/[\n\t]/g, ' '))) {
    if (typeof part !== 'string') hidden += 1;
    else mixed += lookalikeParts(part).filter((word) => typeof word !== 'string').length;
  }
  return { hidden, mixed };
}
