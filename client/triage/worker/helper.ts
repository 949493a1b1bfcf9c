import {
  asLetter,
  epochKeyPair,
  epochSecretKey,
  letterEpoch,
  monthOf,
  openLetter,
  toBase64,
  AmparoError,
  type Bytes,
  type EpochKeyPair,
} from '../../../crypto/index.ts';
import { failureOf, type Handlers } from '../calls/answering.ts';
import type { HelperCalls, LetterOutcome } from '../calls/helper-calls.ts';
import { hashHere } from './argon2id.ts';
import { contentsOf } from './letter-contents.ts';

const EPOCHS = 12_000; // months with a name (SPEC.md, Limits)

/** What a helper does, each letter by itself: none, however crafted, keeps another from opening. */
export function helperHandlers(): Handlers<HelperCalls> {
  const keys = new Map<number, EpochKeyPair>();
  let slotHint = 0;

  async function open(letter: string, bytes: Bytes): Promise<LetterOutcome> {
    try {
      const epoch = letterEpoch(asLetter(bytes));
      const key = keys.get(epoch);
      if (!key) throw new AmparoError('epoch-key-missing', epoch < EPOCHS ? monthOf(epoch) : String(epoch));
      const opened = await openLetter(bytes, key, slotHint);
      if (opened === null) return { kind: 'not-mine', letter };
      slotHint = opened.slot;
      if (opened.kind === 'opened') return await contentsOf(letter, epoch, opened);
      const { threshold, slot, wrapKey, readerKey } = opened;
      const share = { threshold, slot, wrapKey: toBase64(wrapKey), readerKey: toBase64(readerKey) };
      return { kind: 'waiting', letter, share, bytes };
    } catch (error) {
      return { kind: 'failed', letter, failure: failureOf(error) };
    }
  }

  return {
    hashPassphrase: ({ passphrase, salt, costs }) => hashHere(passphrase, salt, costs),

    async takeKeys(secrets) {
      for (const { epoch, secretKey } of secrets) keys.set(epoch, await epochKeyPair(epoch, epochSecretKey(secretKey)));
      return null;
    },

    async openLetters(letters, { transfer }) {
      const outcomes: LetterOutcome[] = [];
      for (const { id, bytes } of letters) outcomes.push(await open(id, bytes));
      transfer(...outcomes.flatMap((outcome) => (outcome.kind === 'waiting' ? [outcome.bytes.buffer] : [])));
      return outcomes;
    },
  };
}
