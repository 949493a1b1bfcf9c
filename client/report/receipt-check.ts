import {
  AmparoError,
  isReceiptFor,
  openReceipt,
  type Envelope,
  type LogPublicKey,
  type Note,
  type NoteContents,
} from '../../crypto/index.ts';

import { SendError } from './failure.ts';

/**
 * The receipt, once it is known to be for this very letter; `null` where the office keeps no log that could have signed one. Throws a
 * `SendError`: a server that gives no proof has not yet done what it was asked for.
 */
export async function checkReceipt(
  receipt: Envelope | undefined,
  log: LogPublicKey | undefined,
  contents: NoteContents,
  note: Note,
): Promise<Envelope | null> {
  if (log === undefined) return null;
  if (receipt === undefined) throw new SendError('receipt-missing');
  const opened = await openReceipt(receipt, log).catch((error: unknown) => {
    if (error instanceof AmparoError) throw new SendError('receipt-wrong');
    throw error;
  });
  if (!isReceiptFor(opened, contents, note)) throw new SendError('receipt-wrong');
  return receipt;
}
