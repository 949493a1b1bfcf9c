import { useEffect, useRef } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { beginStep, endStep, leaveFor, stay } from '../../app/ceremony.ts';
import type { CeremonyStep } from '../../app/state.ts';
import { Dialog } from '../dialog.tsx';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.ts';
import { CompareStep, DrillStep } from './compare.tsx';
import { FromPaperStep } from './from-paper.tsx';
import { LostStep } from './lost.tsx';
import { NewKeyStep } from './new-key.tsx';
import { NewMonthStep } from './new-month.tsx';
import { SignStep } from './sign.tsx';
import { ToPaperStep } from './to-paper.tsx';

/** Another step is a component of its own, a text, and a line here. */
const WORK = {
  newKey: NewKeyStep,
  newMonth: NewMonthStep,
  toPaper: ToPaperStep,
  fromPaper: FromPaperStep,
  compare: CompareStep,
  sign: SignStep,
  drill: DrillStep,
} as const;

const ORDER: readonly CeremonyStep[] = [
  'newKey',
  'newMonth',
  'toPaper',
  'fromPaper',
  'compare',
  'sign',
  'drill',
  'lost',
];

/** How an office makes its keys, keeps them and gives them up. */
export function CeremonyScreen() {
  const step = useAppState((state) => state.ceremony?.step ?? null);
  return (
    <main class="ceremony">
      {step === null ? <Steps /> : <Step key={step} step={step} />}
      <AskBeforeLeaving />
    </main>
  );
}

function Steps() {
  const app = useApp();
  const { t } = useWords();
  const wasIdle = useAppState((state) => state.ceremony?.wasIdle ?? false);
  return (
    <>
      <Head title={t.ceremony.title} back={t.ceremony.leave} to="unlock" />
      <p>{t.ceremony.intro}</p>
      <div role="status">{wasIdle && <p class="note warning">{t.ceremony.idle}</p>}</div>
      <ol class="steps">
        {ORDER.map((step) => {
          const act = step === 'lost' ? t.ceremony.lost.open : t.ceremony.begin;
          const { title, when } = step === 'lost' ? t.ceremony.lost : t.ceremony.steps[step];
          return (
            <li key={step}>
              <div>
                <h2>{title}</h2>
                <p class="hint">{when}</p>
              </div>
              <button
                type="button"
                id={`begin-${step}`}
                aria-label={fill(t.ceremony.beginNamed, { act, step: title })}
                onClick={() => {
                  beginStep(app, step);
                }}
              >
                {act}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Step({ step }: { readonly step: CeremonyStep }) {
  const { t } = useWords();
  if (step === 'lost') {
    return (
      <>
        <Head title={t.ceremony.lost.title} back={t.ceremony.back} to="steps" />
        <LostStep />
      </>
    );
  }
  const { title, when, who, todo, ifFails } = t.ceremony.steps[step];
  const Work = WORK[step];
  return (
    <>
      <Head title={title} back={t.ceremony.back} to="steps" />
      <dl class="facts">
        <dt>{t.ceremony.when}</dt>
        <dd>{when}</dd>
        <dt>{t.ceremony.who}</dt>
        <dd>{who}</dd>
      </dl>
      <h2>{t.ceremony.todo}</h2>
      <ol class="todo">
        {todo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div class="work">
        <Work />
      </div>
      <h2>{t.ceremony.ifFails}</h2>
      <p>{ifFails}</p>
    </>
  );
}

interface HeadProps {
  readonly title: string;
  readonly back: string;
  readonly to: 'steps' | 'unlock';
}

/** Whoever hears the page is told where they are. */
function Head({ title, back, to }: HeadProps) {
  const app = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, [title]);
  return (
    <header>
      <button
        type="button"
        class="quiet"
        id="ceremony-back"
        onClick={() => {
          leaveFor(app, to);
        }}
      >
        <Icon name="back" />
        {back}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </header>
  );
}

function AskBeforeLeaving() {
  const app = useApp();
  const { t } = useWords();
  const leavingTo = useAppState((state) => state.ceremony?.leavingTo ?? null);
  if (leavingTo === null) return null;
  const { title, hint, stay: stayText, leave } = t.ceremony.unsaved;
  const remain = () => {
    stay(app);
  };
  return (
    <Dialog title={title} onClose={remain} isQuestion>
      <p>{hint}</p>
      <p class="row-acts">
        <button type="button" class="primary" onClick={remain}>
          {stayText}
        </button>
        <button
          type="button"
          onClick={() => {
            endStep(app, leavingTo);
          }}
        >
          {leave}
        </button>
      </p>
    </Dialog>
  );
}
