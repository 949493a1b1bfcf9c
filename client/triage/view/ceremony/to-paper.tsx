import { useState } from 'preact/hooks';

import { Picture } from '../../../shared/picture.tsx';
import { WORD_LANGUAGES, type WordLanguage } from '../../../shared/word-lists.ts';
import { useApp } from '../../app/app.ts';
import type { Charter, PassphraseOf } from '../../calls/ceremony-calls.ts';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';
import { useDoing } from './doing.ts';
import { OpenFile } from './open-file.tsx';

interface Paper extends Charter {
  readonly words: readonly string[];
  readonly language: WordLanguage;
}

export function ToPaperStep() {
  const app = useApp();
  const { t } = useWords();
  const step = t.ceremony.steps.toPaper;
  const doing = useDoing();
  const [language, setLanguage] = useState<WordLanguage>('en');
  const [paper, setPaper] = useState<Paper | null>(null);

  const open = (asked: PassphraseOf) => {
    doing.run(async () => {
      const charter = await app.desk.call('openCharter', asked);
      setPaper({ ...charter, language, words: await app.desk.call('writePaper', language) });
    });
  };

  if (paper) {
    return (
      <>
        <p class="row-acts">
          <button
            type="button"
            class="primary"
            onClick={() => {
              print();
            }}
          >
            {step.print}
          </button>
        </p>
        <Sheet paper={paper} />
      </>
    );
  }
  return (
    <OpenFile choose={step.choose} open={step.open} doing={doing} onOpen={open}>
      <div class="field">
        <label for="paper-language">{step.language}</label>
        <select
          id="paper-language"
          value={language}
          onChange={({ currentTarget }) => {
            setLanguage(currentTarget.value as WordLanguage);
          }}
        >
          {WORD_LANGUAGES.map((tag) => (
            <option key={tag} value={tag}>
              {t.ceremony.languages[tag]}
            </option>
          ))}
        </select>
      </div>
    </OpenFile>
  );
}

/** What is printed, and nothing else of the page. No file of it is made. */
function Sheet({ paper: { name, words, language, fingerprint } }: { readonly paper: Paper }) {
  const { t } = useWords();
  const step = t.ceremony.steps.toPaper;
  return (
    <section class="sheet" aria-label={step.words}>
      <h3>
        <Inert>{name}</Inert>
      </h3>
      <p>
        <strong>{step.heading}.</strong> {step.secret}
      </p>
      <ol id="paper-words" lang={language} dir="ltr">
        {words.map((word, i) => (
          <li key={i}>{word}</li>
        ))}
      </ol>
      <Picture text={words.join(' ')} name={step.picture} />
      <p>
        {step.fingerprint}: <span class="fingerprint">{fingerprint.digits}</span>
      </p>
    </section>
  );
}
