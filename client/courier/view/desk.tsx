import { useState } from 'preact/hooks';

import { dayOf, type ReviewStatus } from '../../../crypto/index.ts';
import { fill } from '../../messages/index.ts';
import { fetchStatus, signOut } from '../api.ts';
import { Trouble } from '../trouble.ts';
import { Alert, Button, Heading } from './controls.tsx';
import { DeliverPanel } from './deliver-panel.tsx';
import { FetchPanel } from './fetch-panel.tsx';
import { useTask } from './use-task.ts';
import { useWords } from './use-words.ts';

interface DeskProps {
  readonly status: ReviewStatus;
  onStatus(status: ReviewStatus): void;
  /** `said`: why, for whoever signs in next. */
  onSignedOut(said: Trouble | string): void;
}

export function Desk({ status, onStatus, onSignedOut }: DeskProps) {
  const { t } = useWords();
  const task = useTask();
  const [isFresh, setFresh] = useState(false);
  const look = async () => {
    setFresh(false);
    try {
      onStatus(await fetchStatus());
      setFresh(true);
    } catch (error) {
      if (error instanceof Trouble && error.code === 'sign-in-required') onSignedOut(error);
      else throw error;
    }
  };
  const leave = async (everywhere: boolean) => {
    await signOut(everywhere);
    onSignedOut(everywhere ? t.desk.signedOutEverywhere : t.desk.signedOut);
  };
  return (
    <>
      <Heading>{t.desk.title}</Heading>
      <p class="hint">{fill(t.desk.signedInAs, { name: status.name })}</p>
      {!status.hasSecondFactor && <p class="notice">{t.desk.noSecondFactor}</p>}
      <Alert trouble={task.trouble} />
      <Counts status={status} />
      <Button
        id="refresh"
        kind="second"
        isBusy={task.isBusy}
        onPress={() => {
          task.run(look);
        }}
      >
        {t.desk.refresh}
      </Button>
      <p class="hint" role="status">
        {isFresh && t.desk.refreshed}
      </p>
      <FetchPanel
        status={status}
        onEnd={() => {
          task.run(look);
        }}
      />
      <DeliverPanel
        onEnd={() => {
          task.run(look);
        }}
      />
      <Audit audit={status.audit} />
      <section class="leave">
        <div class="buttons">
          <Button
            id="sign-out"
            kind="second"
            isBusy={task.isBusy}
            onPress={() => {
              task.run(() => leave(false));
            }}
          >
            {t.desk.signOut}
          </Button>
          <Button
            id="sign-out-everywhere"
            kind="second"
            isBusy={task.isBusy}
            describedBy="everywhere-hint"
            onPress={() => {
              task.run(() => leave(true));
            }}
          >
            {t.desk.signOutEverywhere}
          </Button>
        </div>
        <p id="everywhere-hint" class="hint">
          {t.desk.everywhereHint}
        </p>
      </section>
    </>
  );
}

function Counts({ status: { waiting, oldestDay, letters } }: { readonly status: ReviewStatus }) {
  const words = useWords();
  const { t } = words;
  return (
    <dl class="facts counts">
      <div>
        <dt>{t.desk.waiting}</dt>
        <dd id="waiting">{words.number(waiting)}</dd>
      </div>
      <div>
        <dt>{t.desk.oldest}</dt>
        <dd id="oldest">{oldestDay === null ? t.desk.none : <Age day={oldestDay} />}</dd>
      </div>
      <div>
        <dt>{t.desk.all}</dt>
        <dd id="letters">{words.number(letters)}</dd>
      </div>
    </dl>
  );
}

function Age({ day }: { readonly day: number }) {
  const words = useWords();
  const days = dayOf(new Date()) - day;
  return (
    <>
      {words.day(day)}
      <span class="hint">{days <= 0 ? words.t.desk.today : words.count(words.t.desk.days, days)}</span>
    </>
  );
}

function Audit({ audit: { rows, head } }: Pick<ReviewStatus, 'audit'>) {
  const words = useWords();
  const { t } = words;
  return (
    <section aria-labelledby="audit-title">
      <h2 id="audit-title">{t.desk.auditTitle}</h2>
      <p class="hint">{t.desk.audit}</p>
      <dl class="facts">
        <div>
          <dt>{words.count(t.desk.auditRows, rows)}</dt>
          <dd>
            <span class="visually-hidden">{t.desk.auditHead}: </span>
            <bdi id="audit-head" class="hash" dir="ltr">
              {head}
            </bdi>
          </dd>
        </div>
      </dl>
    </section>
  );
}
