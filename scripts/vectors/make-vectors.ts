import { argon2id } from '../lib/argon2id.ts';
import { buildVectors } from './builds.ts';
import { caseCodeVectors } from './case-codes.ts';
import { caseVectors } from './cases.ts';
import { casebookVectors } from './casebooks.ts';
import { evidenceVectors } from './evidence.ts';
import { bundleVectors, keyFileVectors, reportVectors } from './files.ts';
import { grantVectors, letterWithKeyVectors } from './grants.ts';
import { chainVectors, journalLetterVectors } from './journal-letters.ts';
import { journalVectors } from './journal.ts';
import { letterVectors } from './letters.ts';
import { officeVectors } from './office.ts';
import { logVectors } from './logs.ts';
import { mailboxVectors } from './mailboxes.ts';
import { outboundVectors } from './outbound.ts';
import { parcelVectors } from './parcels.ts';
import { receiptVectors } from './receipts.ts';
import { releaseVectors } from './releases.ts';
import { replyVectors } from './replies.ts';
import { sharedLetterVectors } from './shared-letters.ts';
import type { Vectors } from './vector.ts';

/** Every file of `test/vectors/`, by name; the same bytes at every run. */
export async function makeVectors(): Promise<Vectors> {
  const letters = await letterVectors();
  return new Map([
    ...letters,
    ...(await sharedLetterVectors()),
    ...(await releaseVectors()),
    ...(await evidenceVectors()),
    ...reportVectors(),
    ...(await officeVectors()),
    ...(await keyFileVectors(argon2id)),
    ...(await casebookVectors(argon2id)),
    ...bundleVectors(),
    ...(await parcelVectors()),
    ...(await buildVectors()),
    ...(await logVectors()),
    ...(await journalVectors()),
    ...(await grantVectors()),
    ...letterWithKeyVectors(letters),
    ...journalLetterVectors(),
    ...chainVectors(),
    ...(await outboundVectors()),
    ...(await caseCodeVectors()),
    ...(await caseVectors()),
    ...(await replyVectors()),
    ...(await receiptVectors()),
    ...(await mailboxVectors()),
  ]);
}
