import {
  AmparoError,
  entryOf,
  envelopeSchema,
  isDue,
  openReceipt,
  toHex,
  type Bytes,
  type Envelope,
  type IsoDate,
  type LogPublicKey,
  type Receipt,
} from '../../../crypto/index.ts';

import { SendError } from '../failure.ts';

/** The file is no receipt, or not one of this office's log. */
interface NoReceipt {
  readonly state: 'unreadable' | 'foreign';
}

/** What came of a receipt that somebody had saved. */
export type ReceiptOutcome =
  | NoReceipt
  | { readonly state: 'no-log' }
  /** It is real. `unread`: the log did not show it as far back as it was read; `unchecked`: the log is not what its key vouches for. */
  | { readonly state: 'shown' | 'due' | 'absent' | 'unread' | 'unchecked'; readonly day: IsoDate };

export interface SavedReceipt {
  readonly receipt: Receipt;
  readonly envelope: Envelope;
}

const FILE_BYTES_MAX = 65_536; // a receipt has some 600

/** The receipt in a file, once it is known that this log signed it; or what is wrong with it. Throws `SendError`. */
export async function readReceiptFile(file: Blob, log: LogPublicKey): Promise<SavedReceipt | NoReceipt> {
  const envelope = file.size > FILE_BYTES_MAX ? null : envelopeIn(await file.text().catch(() => unreadable()));
  if (envelope === null) return { state: 'unreadable' };
  try {
    return { receipt: await openReceipt(envelope, log), envelope };
  } catch (error) {
    if (!(error instanceof AmparoError)) throw error;
    return { state: error.code === 'signature-invalid' ? 'foreign' : 'unreadable' };
  }
}

/** Whether entries of the log hold what a receipt promises. */
export function findReceipt(
  { receipt, envelope }: SavedReceipt,
  { entries, isPartial }: { readonly entries: readonly Bytes[]; readonly isPartial: boolean },
  today: IsoDate,
): ReceiptOutcome {
  const { day } = receipt;
  const promised = toHex(entryOf(receipt, envelope));
  if (entries.some((entry) => toHex(entry) === promised)) return { state: 'shown', day };
  if (!isDue(receipt, today)) return { state: 'due', day };
  return { state: isPartial ? 'unread' : 'absent', day };
}

function envelopeIn(text: string): Envelope | null {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Such as a file on a card that was taken out. */
function unreadable(): never {
  throw new SendError('files-unreadable');
}
