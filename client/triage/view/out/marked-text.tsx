import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp } from '../../app/app.ts';
import { say } from '../../app/triaging.ts';
import type { Range } from '../../export/folding.ts';
import { useWords } from '../words.ts';
import { segmentsOf, wordsIn } from './segments.ts';
import { placeOf, select, selectedIn } from './text-selection.ts';

interface MarkedTextProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly text: string;
  /** What of it will not leave. */
  readonly out: readonly Range[];
  readonly onSelect: (selected: Range | null) => void;
  /** Takes out what is selected. */
  readonly onTake: (selected: Range) => void;
}

/** So many words are a step up or down. */
const LINE_WORDS = 10;

/**
 * A text of a stranger, in which words are selected with the mouse or with keys: for the latter one word is always selected, as there is no
 * place between letters to see in a text that nobody writes in.
 */
export function MarkedText({ id, label, describedBy, text, out, onSelect, onTake }: MarkedTextProps) {
  const app = useApp();
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => segmentsOf(text, out), [text, out]);
  const words = useMemo(() => wordsIn(text), [text]);
  /** Of words: where the selection by keys began, and where it is. */
  const keys = useRef<{ readonly from: number; readonly at: number } | null>(null);

  const selectWords = (from: number, at: number) => {
    const [first, last] = [words[Math.min(from, at)], words[Math.max(from, at)]];
    if (!box.current || !first || !last) return;
    keys.current = { from, at };
    const range = { start: first.start, end: last.end };
    select(box.current, range);
    box.current
      .querySelector(`[data-start="${String(segmentAt(segments, range.end - 1))}"]`)
      ?.scrollIntoView({ block: 'nearest' });
    const isOut = isTakenOut(range, out);
    onSelect(isOut ? null : range);
    const shown = inert(text.slice(range.start, range.end));
    say(app, isOut ? fill(t.out.isOut, { text: shown }) : shown);
  };
  // What was drawn anew has lost what was selected in it.
  useLayoutEffect(() => {
    if (keys.current && document.activeElement === box.current) selectWords(keys.current.at, keys.current.at);
  }, [segments]);
  useEffect(() => {
    const look = () => {
      const element = box.current;
      const selected = element && selectedIn(element);
      if (selected && !keys.current) onSelect(isTakenOut(selected, out) ? null : selected);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
    };
  }, [onSelect, out]);

  const onKeyDown = (event: KeyboardEvent) => {
    const selected = box.current && selectedIn(box.current);
    if (event.key === 'Enter' && selected) {
      event.preventDefault();
      if (!isTakenOut(selected, out)) onTake(selected);
      return;
    }
    if (event.key === 'Escape' && selected) {
      event.stopPropagation();
      document.getSelection()?.removeAllRanges();
      keys.current = null;
      onSelect(null);
      return;
    }
    const now = keys.current ?? startAt(words, selected);
    const to = target(event.key, now.at, words.length, isRightToLeft(box.current));
    if (to === null || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = keys.current === null && selected === null ? now.at : to;
    selectWords(event.shiftKey ? now.from : next, next);
  };

  return (
    <div
      id={id}
      ref={box}
      class="marked-text"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={0}
      dir="auto"
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        keys.current = null;
      }}
    >
      {segments.map((segment) => (
        <Stretch key={segment.start} segment={segment} />
      ))}
    </div>
  );
}

function Stretch({ segment }: { readonly segment: ReturnType<typeof segmentsOf>[number] }) {
  const { shown, isOut, isNamed } = segment;
  const place = placeOf(segment, isNamed);
  const name = isNamed && shown !== '\n' ? 'hidden-character' : undefined;
  if (isOut) {
    return (
      <del class={name === undefined ? 'taken-out' : `taken-out ${name}`} {...place}>
        {shown}
      </del>
    );
  }
  return (
    <span class={name} {...place}>
      {shown}
    </span>
  );
}

function isTakenOut(range: Range, out: readonly Range[]): boolean {
  return out.some(({ start, end }) => range.start >= start && range.end <= end);
}

function segmentAt(segments: readonly Range[], at: number): number {
  return segments.find(({ start, end }) => at >= start && at < end)?.start ?? 0;
}

/** The first word, or that on which the mouse left off. */
function startAt(words: readonly Range[], selected: Range | null): { readonly from: number; readonly at: number } {
  const found = selected ? words.findIndex(({ end }) => end > selected.start) : 0;
  const at = Math.max(0, found);
  return { from: at, at };
}

function isRightToLeft(element: HTMLElement | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** The word that a key leads to; `null` for any other key. */
function target(key: string, at: number, count: number, isRtl: boolean): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: isRtl ? -1 : 1,
    ArrowLeft: isRtl ? 1 : -1,
    ArrowDown: LINE_WORDS,
    ArrowUp: -LINE_WORDS,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined || count === 0 ? null : Math.max(0, Math.min(at + step, count - 1));
}
