import type { ComponentChildren } from 'preact';

import type { CodeTexts } from '../../messages/index.ts';
import { PRIVATE_TEXT } from './step.tsx';

interface CodeProps {
  readonly t: CodeTexts;
  /** What follows once the code was kept. */
  readonly children: ComponentChildren;
}

/** The code by which a reporter comes back: shown once, asked for, gone. What is printed stands in `on-paper`, and says nothing else. */
export function Code({ t, children }: CodeProps) {
  return (
    <>
      <section id="code" aria-labelledby="code-title" hidden>
        <h2 id="code-title" tabindex={-1} data-heading>
          {t.title}
        </h2>
        <p>{t.why}</p>
        <ul>
          <li>{t.once}</li>
          <li>{t.holder}</li>
          <li>{t.paper}</li>
          <li>{t.silent}</li>
        </ul>
        <div class="on-paper">
          <ol id="code-digits" class="code-parts digits" dir="ltr" aria-label={t.digits} />
          <div id="code-words" hidden>
            <p>{t.words}</p>
            <ol id="code-word-list" class="code-parts words" dir="ltr" aria-label={t.wordsName} />
          </div>
          <div id="code-picture" hidden />
        </div>
        <p class="buttons">
          <button id="code-print" type="button" class="second" aria-describedby="code-print-hint">
            {t.print}
          </button>
          <button id="code-show-picture" type="button" class="second" aria-describedby="code-picture-hint">
            {t.picture}
          </button>
        </p>
        <p id="code-print-hint" class="hint">
          {t.printHint}
        </p>
        <p id="code-picture-hint" class="hint">
          {t.pictureHint}
        </p>
        <p id="code-status" role="status" />
        <div class="moves">
          <button id="code-written" type="button">
            {t.written}
          </button>
        </div>
      </section>
      <section id="code-check" aria-labelledby="code-check-title" hidden>
        <h2 id="code-check-title" tabindex={-1} data-heading>
          {t.checkTitle}
        </h2>
        <div id="code-problem" class="problem" role="alert" tabindex={-1} hidden>
          <ul id="code-problem-list" />
        </div>
        <p>{t.checkHint}</p>
        {/* Outside a dialog this method does nothing: what is typed enters no address, whatever happens to the script. */}
        <form id="code-form" method="dialog" autocomplete="off" novalidate>
          <CodeField id="code-first" />
          <CodeField id="code-second" />
          <div class="moves">
            <button type="submit">{t.check}</button>
            <button id="code-again" type="button" class="second">
              {t.again}
            </button>
            <button id="code-skip" type="button" class="second quiet">
              {t.skip}
            </button>
          </div>
        </form>
      </section>
      <section id="code-kept" class="received" tabindex={-1} aria-labelledby="code-kept-title" hidden>
        <h2 id="code-kept-title">{t.keptTitle}</h2>
        <p id="code-right" hidden>
          {t.right}
        </p>
        <p>{t.kept}</p>
        {children}
      </section>
    </>
  );
}

function CodeField({ id }: { readonly id: string }) {
  return (
    <label class="line">
      <span id={`${id}-label`} />
      <span id={`${id}-problem`} class="entry-problem" />
      <input
        id={id}
        type="text"
        {...PRIVATE_TEXT}
        dir="ltr"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-problem`}
      />
    </label>
  );
}
