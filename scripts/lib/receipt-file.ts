import { entryOf, envelopeSchema, openReceipt, toHex, type LogPublicKey, type Receipt } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { readText } from './files.ts';
import { parseJsonOrNull } from './public-file.ts';

/** What the log must show. */
export interface ReceiptFile {
  readonly path: string;
  /** The entry that the log must show, in hex. */
  readonly entry: string;
  readonly receipt: Receipt;
}

/** Throws `receipt-foreign`, and as `openReceipt`: only a receipt that the log's key signed says anything about the log. */
export async function readReceipt(path: string, signer: LogPublicKey): Promise<ReceiptFile> {
  const parsed = envelopeSchema.safeParse(parseJsonOrNull(await readText(path)));
  if (!parsed.success) throw new Failure('receipt-foreign', path);
  const receipt = await openReceipt(parsed.data, signer);
  return { path, entry: toHex(entryOf(receipt, parsed.data)), receipt };
}
