import type { RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { chooseRecipients, type Office } from './directory.ts';
import { newFileKey } from './keys.ts';
import { sealLetter, type Letter } from './letter.ts';
import { encodeReport, type Report } from './report.ts';

/**
 * The one way from a report to a letter, for the form and the command line alike. Every letter has a file key of its own, also
 * where the same report is sealed again. Throws as `encodeReport`, `chooseRecipients` and `sealLetter`, and `insecure-context`.
 */
export async function sealReport(
  report: Report,
  office: Office,
  excluded: ReadonlySet<number>,
  random: RandomBytes,
): Promise<Letter> {
  requireWebCrypto();
  return sealLetter(encodeReport(report), newFileKey(random), chooseRecipients(office, excluded), random);
}

/** WebCrypto is missing where the page did not come over a secure connection. There is no fallback. */
export function requireWebCrypto(): void {
  if (!(globalThis.crypto as Partial<Crypto> | undefined)?.subtle) throw new AmparoError('insecure-context');
}
