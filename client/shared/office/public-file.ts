import * as z from 'zod/mini';

import {
  AmparoError,
  directorySchema,
  fromBase64,
  openEpochKey,
  rosterSchema,
  toHex,
  type Envelope,
  type ErrorCode,
  type IsoDate,
  type Roster,
} from '../../../crypto/index.ts';

const PASSED_OVER: readonly ErrorCode[] = ['epoch-key-expired', 'epoch-key-unknown-reviewer'];

const reviewerShape = rosterSchema.shape.reviewers.def.element.shape;

/** What a reviewer gives to the office: nothing in it is secret. */
export const publicFileSchema = z
  .strictObject({
    name: reviewerShape.name,
    identity: reviewerShape.identity,
    epochKeys: directorySchema.shape.epochKeys,
  })
  .check(
    z.refine(({ identity, epochKeys }) =>
      epochKeys.every(({ signatures: [{ keyid }] }) => keyid === toHex(fromBase64(identity))),
    ),
  );

export type PublicFile = z.infer<typeof publicFileSchema>;

/** As the file holds it. */
export function publicFileText(file: PublicFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * The statements that a sealer will take, each once: those of months that are over, or of people who are not on the roster, are
 * passed over. Any other fault is thrown, as by `openEpochKey`.
 */
export async function currentMonths(
  envelopes: readonly Envelope[],
  roster: Roster,
  today: IsoDate,
): Promise<Envelope[]> {
  const current = new Map<string, Envelope>();
  for (const envelope of envelopes) {
    try {
      await openEpochKey(envelope, roster, today);
      current.set(envelope.payload, envelope);
    } catch (error) {
      if (!(error instanceof AmparoError && PASSED_OVER.includes(error.code))) throw error;
    }
  }
  return [...current.values()];
}
