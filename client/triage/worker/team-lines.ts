import * as z from 'zod/mini';

import { envelopeSchema, fromBase64, toBase64 } from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import type { Memory } from './memory.ts';
import { restoreRoster } from './office.ts';
import { without } from './without.ts';

/** The casebook's lines of what reviewers do together. */
export const sharedLine = z.object({
  type: z.literal('shared'),
  letter: z.string(),
  day: z.nullable(z.string()),
  cells: z.int(),
  bundle: z.string(),
  taken: z.string(),
  threshold: z.int(),
  slot: z.int(),
  wrapKey: z.string(),
  readerKey: z.string(),
  /** The letter in base64, as long as it waits: nothing else is needed to open it. */
  bytes: z.nullable(z.string()),
});
/** What a colleague gave. Believed by its signature, which older pages did not look at. */
export const givenLine = <Kind extends 'release' | 'grant'>(kind: Kind) =>
  z.object({ type: z.literal(kind), envelope: z.unknown(), isFalse: z.optional(z.boolean()) });
export const rosterLine = z.object({ type: z.literal('roster'), envelope: envelopeSchema });

export const TEAM_TYPES = ['shared', 'release', 'grant', 'roster'] as const;

type TeamLine =
  z.infer<typeof sharedLine> | z.infer<ReturnType<typeof givenLine<'release' | 'grant'>>> | z.infer<typeof rosterLine>;

export async function takeTeamLine(memory: Memory, line: TeamLine): Promise<void> {
  switch (line.type) {
    case 'shared':
      await memory.addShared(without(line, 'type', 'bytes'), line.bytes === null ? null : fromBase64(line.bytes));
      return;
    case 'roster':
      await restoreRoster(memory, line.envelope);
      return;
    case 'release':
    case 'grant': {
      const statements = line.type === 'release' ? memory.releases : memory.grants;
      // What older pages kept unseen may be nothing.
      await statements.take(line.envelope, line.isFalse === true).catch((error: unknown) => {
        memory.refused.push(failureOf(error));
      });
    }
  }
}

export function* linesOfTeam({ shared, releases, grants, rosters, office }: Memory): Generator<string> {
  for (const kept of shared.all()) {
    const letter = without(kept, 'bytes', 'failure', 'waiting');
    yield JSON.stringify({ type: 'shared', ...letter, bytes: kept.bytes && toBase64(kept.bytes) });
  }
  for (const given of releases) yield givenText('release', given);
  for (const given of grants) yield givenText('grant', given);
  for (const { envelope } of rosters.all()) {
    if (envelope.payload !== office?.directory.roster.payload) yield JSON.stringify({ type: 'roster', envelope });
  }
}

function givenText(type: 'release' | 'grant', { envelope, isFalse }: { envelope: object; isFalse: boolean }): string {
  return JSON.stringify({ type, envelope, ...(isFalse && { isFalse }) });
}
