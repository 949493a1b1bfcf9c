import { withoutTurns } from '../../shared/direction-controls.ts';

export { withoutTurns as inert };

/** For a sentence of ours: the name keeps its own direction, and turns nothing around it. */
export function isolatedName(name: string): string {
  return `\u2068${withoutTurns(name)}\u2069`;
}
