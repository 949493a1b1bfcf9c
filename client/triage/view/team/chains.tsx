import type { Gap } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import type { ShownChain } from '../../calls/team-calls.ts';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import type { Words } from '../words.ts';

/** Each author: how much they wrote, until when, and what is missing, doubled or exchanged, with what that means. */
export function ChainsPart({ chains }: { readonly chains: readonly ShownChain[] }) {
  const { t } = useTriageWords().words;
  return (
    <section aria-labelledby="chains-title">
      <h3 id="chains-title">{t.team.chains.title}</h3>
      <p class="hint">{t.team.chains.hint}</p>
      {chains.length === 0 && <p>{t.team.chains.none}</p>}
      <ul class="chains">
        {chains.map((chain) => (
          <ChainItem key={chain.author} chain={chain} />
        ))}
      </ul>
    </section>
  );
}

function ChainItem({ chain }: { readonly chain: ShownChain }) {
  const words = useTriageWords();
  const { chains } = words.words.t.team;
  const { author, entries, lastAt, isListed, gaps, forks, broken } = chain;
  const name = words.person(author);
  const numbers = (values: readonly number[]) => words.words.list(values.map((value) => words.words.number(value)));
  const missing = gaps.reduce((total, { first, last }) => total + last - first + 1, 0);
  const isWhole = gaps.length + forks.length + broken.length === 0;
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {!isListed && <span class="hint"> · {chains.left}</span>}
      </p>
      <p class="hint">
        {fill(words.words.count(chains.entries, entries), { at: words.minute(lastAt) })}
        {isWhole && ` · ${chains.whole}`}
      </p>
      {forks.length > 0 && (
        <Fault
          tone="alarm"
          text={fill(words.words.count(chains.fork, forks.length), { numbers: numbers(forks) })}
          hint={fill(chains.forkHint, { name })}
        />
      )}
      {broken.length > 0 && (
        <Fault
          tone="alarm"
          text={fill(words.words.count(chains.broken, broken.length), { numbers: numbers(broken) })}
          hint={chains.brokenHint}
        />
      )}
      {gaps.length > 0 && (
        <Fault
          tone="warning"
          text={fill(words.words.count(chains.gap, missing), { numbers: rangesText(gaps, words.words) })}
          hint={fill(chains.gapHint, { name })}
        />
      )}
    </li>
  );
}

interface FaultProps {
  readonly tone: 'alarm' | 'warning';
  readonly text: string;
  readonly hint: string;
}

function Fault({ tone, text, hint }: FaultProps) {
  return (
    <div class={`note ${tone}`}>
      <p>
        <strong>{text}</strong>
      </p>
      <p>{hint}</p>
    </div>
  );
}

/** `2, 5 to 9`. */
export function rangesText(ranges: readonly Gap[], words: Words): string {
  const { range } = words.t.team.newcomers;
  return words.list(
    ranges.map(({ first, last }) => {
      if (first === last) return words.number(first);
      return fill(range, { first: words.number(first), last: words.number(last) });
    }),
  );
}
