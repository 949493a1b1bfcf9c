// SPEC, Journal, Chains.

export interface Link {
  readonly id: string;
  readonly author: string;
  readonly number: number;
  readonly previous: string;
}

export interface Chain {
  readonly author: string;
  /** First and last number of each run that is missing. */
  readonly gaps: readonly (readonly [number, number])[];
  readonly forks: readonly number[];
  readonly broken: readonly number[];
}

export function judgeChains(entries: readonly Link[]): Chain[] {
  const known = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const authors = [...new Set(known.map(({ author }) => author))].sort();
  return authors.map((author) =>
    judge(
      author,
      known.filter((entry) => entry.author === author),
    ),
  );
}

function judge(author: string, entries: readonly Link[]): Chain {
  const numbers = [...new Set(entries.map(({ number }) => number))].sort((a, b) => a - b);
  const of = (number: number) => entries.filter((entry) => entry.number === number);
  const gaps: [number, number][] = [];
  let next = 1;
  for (const number of numbers) {
    if (number > next) gaps.push([next, number - 1]);
    next = number + 1;
  }
  const isBroken = (number: number) => {
    const before = of(number - 1).map(({ id }) => id);
    return before.length > 0 && of(number).some(({ previous }) => !before.includes(previous));
  };
  return { author, gaps, forks: numbers.filter((number) => of(number).length > 1), broken: numbers.filter(isBroken) };
}
