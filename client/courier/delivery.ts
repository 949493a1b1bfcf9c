import { AmparoError, decodeOutbound, OUTBOUND_BYTES_MAX, type Bytes, type RepliesAnswer } from '../../crypto/index.ts';
import { Trouble, troubleOf } from './trouble.ts';

const WAITS_MS = [1_000, 3_000, 8_000] as const;

export type Delivered =
  | { readonly is: 'sending' }
  | { readonly is: 'taken'; readonly answer: RepliesAnswer; readonly opened: number }
  | { readonly is: 'refused'; readonly trouble: Trouble };

export interface DeliveryPorts {
  deliver(body: Bytes): Promise<RepliesAnswer>;
  wait(milliseconds: number): Promise<void>;
}

/** Checks one file here, where damage is told at once, and sends it. The same file twice does no harm, so a lost answer is asked for again. */
export async function deliverFile(file: Blob, ports: DeliveryPorts): Promise<Exclude<Delivered, { is: 'sending' }>> {
  try {
    if (file.size > OUTBOUND_BYTES_MAX) throw new Trouble('outbound-large');
    const body = new Uint8Array(await file.arrayBuffer());
    const { opened } = decoded(body);
    return { is: 'taken', answer: await sendPatiently(body, ports), opened: opened.length };
  } catch (error) {
    return { is: 'refused', trouble: troubleOf(error) };
  }
}

function decoded(body: Bytes): ReturnType<typeof decodeOutbound> {
  try {
    return decodeOutbound(body);
  } catch (error) {
    if (error instanceof AmparoError) throw new Trouble('outbound-malformed');
    throw error;
  }
}

async function sendPatiently(body: Bytes, { deliver, wait }: DeliveryPorts): Promise<RepliesAnswer> {
  for (const waitMs of WAITS_MS) {
    try {
      return await deliver(body);
    } catch (error) {
      if (troubleOf(error).code !== 'network') throw error;
      await wait(waitMs);
    }
  }
  return deliver(body);
}
