import { useRef, useState } from 'preact/hooks';

import { fill } from '../../messages/index.ts';
import { deliver } from '../api.ts';
import { deliverFile, type Delivered } from '../delivery.ts';
import type { Words } from '../words.ts';
import { Button } from './controls.tsx';
import { useWords } from './use-words.ts';

interface Row {
  readonly name: string;
  readonly state: Delivered;
}

const PORTS = { deliver, wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };

/** Takes outbound bundles to the server, one after the other, and says of each what became of it. */
export function DeliverPanel({ onEnd }: { onEnd(): void }) {
  const words = useWords();
  const { t } = words;
  const input = useRef<HTMLInputElement>(null);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [isOver, setOver] = useState(false);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const first = rows.length;
    setRows((before) => [...before, ...files.map(({ name }): Row => ({ name, state: { is: 'sending' } }))]);
    for (const [i, file] of files.entries()) {
      const state = await deliverFile(file, PORTS);
      setRows((before) => before.map((row, at) => (at === first + i ? { ...row, state } : row)));
    }
    onEnd();
  };
  return (
    <section
      aria-labelledby="deliver-title"
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <h2 id="deliver-title">{t.deliver.title}</h2>
      <p id="deliver-hint" class="hint">
        {t.deliver.hint}
      </p>
      <input
        ref={input}
        id="outbound"
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void take(chosen);
        }}
      />
      <div class="buttons">
        <Button id="choose-outbound" describedBy="deliver-hint" onPress={() => input.current?.click()}>
          {t.deliver.choose}
        </Button>
        <span class="hint">{t.deliver.drop}</span>
      </div>
      <ul id="delivered" class="rows" aria-label={t.deliver.results} aria-live="polite" hidden={rows.length === 0}>
        {rows.map(({ name, state }) => (
          <li data-state={state.is}>
            <bdi class="name">{name}</bdi>
            <span>{textOf(state, words)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function textOf(state: Delivered, words: Words): string {
  const { t } = words;
  if (state.is === 'sending') return t.deliver.sending;
  if (state.is === 'refused') return words.trouble(state.trouble);
  const { added, known, closed, letters } = state.answer;
  const some = (text: string, count: number) => (count > 0 ? [fill(text, { count: words.number(count) })] : []);
  const parts = [
    words.count(t.deliver.taken, added),
    ...some(t.deliver.known, known),
    ...some(t.deliver.closed, closed),
    ...(letters > 0 ? [words.count(t.deliver.letters, letters)] : []),
    ...some(t.deliver.opened, state.opened),
  ];
  return new Intl.ListFormat(words.language.tag, { type: 'unit', style: 'short' }).format(parts);
}
