import {
  asLetter,
  caseOfReport,
  decodeLetterContent,
  epochKeyPair,
  epochSecretKey,
  journalKeys,
  letterEpoch,
  monthOf,
  openLetter,
  toBase64,
  toHex,
  AmparoError,
  type Bytes,
  type EpochKeyPair,
  type OpenedReport,
} from '../../../crypto/index.ts';
import { failureOf, type Handlers } from '../calls/answering.ts';
import type { HelperCalls, LetterOutcome } from '../calls/helper-calls.ts';
import type { Failure } from '../calls/line.ts';
import { hashHere } from './argon2id.ts';
import { isTooDeep } from './depth.ts';

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
      if (opened.kind === 'share') {
        const { threshold, slot, wrapKey } = opened;
        return { kind: 'waiting', letter, share: { threshold, slot, wrapKey: toBase64(wrapKey) } };
      }
      const content = decodeLetterContent(opened.report);
      if (isTooDeep(content)) return { kind: 'failed', letter, failure: { code: 'report-too-deep' } };
      if (content.kind === 'journal') return { kind: 'journal', letter, content };
      const { report } = content;
      const { tag } = await journalKeys(opened.fileKey, letter);
      const of = await caseOf(opened.report, report);
      return { kind: 'opened', letter, opened: { tag, fileKey: toBase64(opened.fileKey), report, ...of } };
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

    async openLetters(letters) {
      const outcomes: LetterOutcome[] = [];
      for (const { id, bytes } of letters) outcomes.push(await open(id, bytes));
      return outcomes;
    },
  };
}

/** A report is good even where what it says of its case is not. */
async function caseOf(
  bytes: Bytes,
  report: OpenedReport,
): Promise<{ readonly caseLocator: string | null; readonly caseFault: Failure | null }> {
  try {
    const known = await caseOfReport(bytes, report);
    return { caseLocator: known && toHex(known.locator), caseFault: null };
  } catch (error) {
    return { caseLocator: null, caseFault: failureOf(error) };
  }
}
