import type { RandomBytes } from './bytes.ts';
import type { Case } from './case.ts';
import { AmparoError } from './errors.ts';
import { chooseRecipients, type Office } from './directory.ts';
import { sealEmptyLetter, sealLetter, type Letter, type LetterSize } from './letter.ts';
import { encodeReport, type Report } from './report.ts';

/**
 * The one way from a report to a letter, for the form and the command line alike. Every letter has a file key of its own, also
 * where the same report is sealed again. `of`: the case by which the reporter comes back. Throws as `encodeReport`, `chooseRecipients` and `sealLetter`, and `insecure-context`.
 */
export async function sealReport(
  report: Report,
  office: Office,
  excluded: ReadonlySet<number>,
  random: RandomBytes,
  of?: Case,
): Promise<Letter> {
  requireWebCrypto();
  return sealLetter(await encodeReport(report, of), chooseRecipients(office, excluded), random);
}

/** A letter to nobody, which only whoever made it can tell from another (SPEC.md, Cover letters). */
export function sealCover(office: Office, size: LetterSize, random: RandomBytes): Promise<Letter> {
  requireWebCrypto();
  const { slots, threshold } = office.roster;
  return sealEmptyLetter({ epoch: office.epoch, slots, threshold }, size, random);
}

/** WebCrypto is missing where the page did not come over a secure connection. There is no fallback. */
export function requireWebCrypto(): void {
  if (!(globalThis.crypto as Partial<Crypto> | undefined)?.subtle) throw new AmparoError('insecure-context');
}
