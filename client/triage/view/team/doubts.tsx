import { fill } from '../../../messages/index.ts';
import type { Failure } from '../../calls/line.ts';
import type { TeamFacts } from '../../calls/team-calls.ts';
import type { Texts } from '../../messages/index.ts';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { shortId } from '../words.ts';

/** What came and is not believed, and who gave what is false. */
export function DoubtsPart({ facts: { unplaced, refused, falseGiven } }: { readonly facts: TeamFacts }) {
  const words = useTriageWords();
  const { doubts } = words.words.t.team;
  if (unplaced + refused.length + falseGiven.length === 0) return null;
  return (
    <section aria-labelledby="doubts-title">
      <h3 id="doubts-title">{doubts.title}</h3>
      {falseGiven.length > 0 && (
        <div class="note alarm">
          {falseGiven.map(({ from, letter, kind }, i) => (
            <p key={i}>
              {fill(kind === 'release' ? doubts.falseRelease : doubts.falseGrant, {
                name: words.person(from),
                id: shortId(letter),
              })}
            </p>
          ))}
          <p>{doubts.falseHint}</p>
        </div>
      )}
      {unplaced > 0 && <p>{words.words.count(doubts.unplaced, unplaced)}</p>}
      {refused.map(({ failure, count }) => (
        <p key={failure.code}>{fill(words.words.count(doubts.refused, count), { why: whyOf(failure, doubts) })}</p>
      ))}
    </section>
  );
}

function whyOf({ code }: Failure, { why }: Texts['team']['doubts']): string {
  return code in why ? why[code as keyof typeof why] : why.other;
}
