/** Lets every contender take its turn in every round, and gives what each measured, round by round. */
export async function interleave<Name extends string, Measure>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<Measure>>>,
): Promise<Record<Name, Measure[]>> {
  const names = Object.keys(contenders) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as Measure[]])) as Record<Name, Measure[]>;
  for (let round = 0; round < rounds; round += 1) {
    // The order turns with the rounds, so that none always follows the same one.
    const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
    for (const name of order) measured[name].push(await contenders[name]());
  }
  return measured;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
