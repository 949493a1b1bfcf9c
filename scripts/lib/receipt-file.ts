import * as z from 'zod/mini';

import {
  dayOf,
  envelopeSchema,
  fromBase64,
  isoDateOfDay,
  openStatement,
  toHex,
  type IsoDate,
  type LogPublicKey,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { readText } from './files.ts';
import { parseJsonOrNull } from './public-file.ts';

/** What the log must show. */
export interface Receipt {
  readonly path: string;
  /** In hex; an entry of the log carries the same bytes. */
  readonly signature: string;
  /** The last day on which the log may not show it yet. */
  readonly shown: IsoDate;
}

/** Of a receipt, only this matters here; a day as a date or counted from 1970-01-01. */
const promiseSchema = z.object({ shown: z.union([z.iso.date(), z.int().check(z.nonnegative())]) });

/** Throws `receipt-foreign`, and as `openStatement`: only a receipt that the log's key signed says anything about the log. */
export async function readReceipt(path: string, signer: LogPublicKey): Promise<Receipt> {
  const parsed = envelopeSchema.safeParse(parseJsonOrNull(await readText(path)));
  if (!parsed.success) throw new Failure('receipt-foreign', path);
  const { shown } = await openStatement('receipt', parsed.data, signer, promiseSchema, 'statement-malformed');
  return {
    path,
    signature: toHex(fromBase64(parsed.data.signatures[0].sig)),
    shown: typeof shown === 'number' ? isoDateOfDay(shown) : shown,
  };
}

export function isDue({ shown }: Receipt, now: Date): boolean {
  return shown < isoDateOfDay(dayOf(now));
}
