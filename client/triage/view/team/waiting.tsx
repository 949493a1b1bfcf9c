import { fill } from '../../../messages/index.ts';
import { useApp } from '../../app/app.ts';
import { useDoing, useTeam } from '../../app/team.ts';
import type { SharedFacts } from '../../calls/team-calls.ts';
import { inert } from '../../../shared/inert.ts';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../words.ts';
import { FailureNote } from './failure-note.tsx';
import { SharedLetterItem } from './shared-letter.tsx';

/** Letters that take several reviewers: what is here of each, whom to ask, and who asks. */
export function WaitingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const facts = useTeam('shared');
  return (
    <Dialog title={t.team.waiting.title} onClose={onClose}>
      {facts?.letters.length === 0 && <p>{t.team.waiting.none}</p>}
      {facts && facts.letters.length > 0 && <Letters facts={facts} />}
    </Dialog>
  );
}

function Letters({ facts: { letters, colleagues } }: { readonly facts: SharedFacts }) {
  const app = useApp();
  const words = useWords();
  const { waiting, said } = words.t.team;
  const { failure, run } = useDoing();
  const unasked = letters.filter(({ tag, askedAt }) => tag === null && askedAt === null).map(({ letter }) => letter);
  return (
    <>
      <p class="hint">{waiting.hint}</p>
      {colleagues.length > 0 && (
        <p class="hint">{fill(waiting.canAsk, { names: words.list(colleagues.map(({ name }) => inert(name))) })}</p>
      )}
      <FailureNote failure={failure} />
      {unasked.length > 1 && (
        <button type="button" onClick={() => void run(() => app.desk.call('askColleagues', unasked), said.asked)}>
          {waiting.askAll}
        </button>
      )}
      <ul class="shared-letters">
        {letters.map((shared) => (
          <SharedLetterItem key={shared.letter} shared={shared} colleagues={colleagues} />
        ))}
      </ul>
    </>
  );
}
