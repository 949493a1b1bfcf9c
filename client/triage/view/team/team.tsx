import { useApp } from '../../app/app.ts';
import { useTeam } from '../../app/team.ts';
import type { TeamFacts } from '../../calls/team-calls.ts';
import { fill } from '../../../messages/index.ts';
import { Dialog } from '../dialog.tsx';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { ChainsPart } from './chains.tsx';
import { DoubtsPart } from './doubts.tsx';
import { NewcomersPart } from './newcomers.tsx';

/** Whether what each reviewer wrote is whole, what is not believed, and what may be given to whoever joined later. */
export function TeamDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { t } = useTriageWords().words;
  const facts = useTeam('team');
  return (
    <Dialog title={t.team.title} onClose={onClose}>
      {facts && (
        <>
          <GivenPart given={facts.given} />
          <ChainsPart chains={facts.chains} />
          <p class="row-acts">
            <button
              type="button"
              onClick={() => {
                app.set({ dialog: 'trail' });
              }}
            >
              {t.team.trail.open}
            </button>
          </p>
          <DoubtsPart facts={facts} />
          <NewcomersPart newcomers={facts.newcomers} />
        </>
      )}
    </Dialog>
  );
}

function GivenPart({ given }: Pick<TeamFacts, 'given'>) {
  const words = useTriageWords();
  const { t } = words.words;
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="given-title">
      <h3 id="given-title">{t.team.given.title}</h3>
      {given.map(({ from, letters }) => (
        <p key={from} class="note">
          {fill(words.words.count(t.team.given.from, letters), { name: words.person(from) })}
        </p>
      ))}
    </section>
  );
}
