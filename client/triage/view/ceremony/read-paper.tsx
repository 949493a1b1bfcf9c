import { fill } from '../../../messages/index.ts';
import { useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import type { Fingerprint, PaperReading } from '../../calls/ceremony-calls.ts';
import { useWords, type Words } from '../words.ts';
import { useDoing } from './doing.ts';
import { Outcome } from './parts.tsx';

/** Asks for the 24 words until they are whole. */
export function ReadPaper({ onRead }: { readonly onRead: (fingerprint: Fingerprint) => void }) {
  const app = useApp();
  const words = useWords();
  const step = words.t.ceremony.steps.fromPaper;
  const doing = useDoing();
  const [typed, setTyped] = useState('');
  const [slip, setSlip] = useState('');

  const read = () => {
    doing.run(async () => {
      const reading = await app.desk.call('readPaper', typed);
      if ('slip' in reading) {
        setSlip(slipText(reading, words));
        return;
      }
      setSlip('');
      setTyped('');
      onRead(reading.fingerprint);
    });
  };

  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <div class="field">
        <label for="paper-typed">{step.typed}</label>
        <textarea
          id="paper-typed"
          rows={6}
          value={typed}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="auto"
          aria-describedby="paper-slip"
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      </div>
      <div id="paper-slip" role="alert">
        {slip !== '' && <p class="note alarm">{slip}</p>}
      </div>
      <button type="submit" class="primary wide" disabled={doing.isBusy || typed.trim() === ''}>
        {step.read}
      </button>
      <Outcome doing={doing} />
    </form>
  );
}

type Slip = Extract<PaperReading, { readonly slip: string }>;

/** Names places, never what stands there. */
function slipText(reading: Slip, words: Words): string {
  const { slip } = words.t.ceremony;
  const places = (numbers: readonly number[]) => words.list(numbers.map((place) => words.number(place)));
  switch (reading.slip) {
    case 'count':
      return fill(slip.count, { expected: words.number(reading.expected), given: words.number(reading.given) });
    case 'places':
      return fill(slip.places, { places: places(reading.places) });
    case 'together':
      return reading.suspects.length === 0 ? slip.together : fill(slip.suspects, { places: places(reading.suspects) });
  }
}
