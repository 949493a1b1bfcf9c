import type { KeptReport, Memory } from './memory.ts';

/** Which reports belong together: those whose writer held one case code. Made anew only when something changed. */
export class Cases {
  readonly #memory: Memory;
  readonly #of = new Map<string, KeptReport[]>();
  #madeFor = -1;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** All reports of a case, the oldest first. */
  of(locator: string | null): readonly KeptReport[] {
    if (locator === null) return [];
    if (this.#madeFor !== this.#memory.reportsVersion) this.#make();
    return this.#of.get(locator) ?? [];
  }

  #make(): void {
    this.#madeFor = this.#memory.reportsVersion;
    this.#of.clear();
    for (const report of this.#memory.reports.values()) {
      if (report.caseLocator === null) continue;
      const known = this.#of.get(report.caseLocator);
      if (known) known.push(report);
      else this.#of.set(report.caseLocator, [report]);
    }
    for (const reports of this.#of.values()) reports.sort(oldestFirst);
  }
}

/** The first report of a case comes first on its day too. */
function oldestFirst(a: KeptReport, b: KeptReport): number {
  const [dayOfA, dayOfB] = [a.day ?? '', b.day ?? ''];
  if (dayOfA !== dayOfB) return dayOfA < dayOfB ? -1 : 1;
  if (a.followUp !== b.followUp) return a.followUp ? 1 : -1;
  return a.letter < b.letter ? -1 : 1;
}
