import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { readBundle } from './bundle.ts';
import { bigEndian, concat, equal, hex, utf8 } from './bytes.ts';
import { Refusal } from './refusal.ts';

// SPEC, Parcel and Stamp.
const LETTER_MAGIC = concat(utf8('amparo'), Uint8Array.of(0, 1));
const ITERATIONS = 40_000;

export interface Parcel {
  readonly id: string;
  readonly counter: number;
  readonly cells: number;
}

/** A whole parcel, its stamp checked as soon as there is a letter for it to hold for. */
export function readParcel(bytes: Uint8Array): Parcel {
  let counter: number | null = null;
  let parcel: Parcel | null = null;
  for (const record of readBundle(bytes)) {
    if (record.type === 'stamp') {
      if (parcel !== null || counter !== null) throw malformed('a stamp too many');
      counter = record.counter;
    } else if (record.type === 'letter') {
      if (parcel !== null) throw malformed('a letter too many');
      if (record.cursor !== 1n) throw malformed('cursor');
      if (record.day !== 0) throw malformed('day');
      if (counter === null) throw new Refusal('stamp-missing', 'no stamp before the letter');
      if (!equal(record.letter.slice(0, LETTER_MAGIC.length), LETTER_MAGIC)) {
        throw new Refusal('letter-malformed', 'magic');
      }
      const id = sha256(record.letter);
      if (!doesStampHold(id, counter)) throw new Refusal('stamp-invalid', String(counter));
      parcel = { id: hex(id), counter, cells: record.cells };
    } else if (record.type === 'end') {
      if (parcel === null) throw malformed('no letter');
      if (record.cursor !== 1n) throw malformed('cursor at the end');
    }
  }
  if (parcel === null) throw new Error('a bundle that reads to its end has an end record');
  return parcel;
}

function doesStampHold(id: Uint8Array, counter: number): boolean {
  const password = concat(id.slice(0, 16), bigEndian(counter, 4));
  return pbkdf2(sha256, password, id.slice(16), { c: ITERATIONS, dkLen: 32 })[0] === 0;
}

function malformed(reason: string): Refusal {
  return new Refusal('parcel-malformed', reason);
}
