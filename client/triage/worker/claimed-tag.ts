import { fromBase64, fromUtf8, type Envelope } from '../../../crypto/index.ts';
import type { ReportTag } from '../desk/journal-types.ts';

/** The report that an entry says it is about, before anything of it is checked: good for choosing a key, and for nothing else. */
export function claimedTag(envelope: Envelope): ReportTag | null {
  try {
    const payload: unknown = JSON.parse(fromUtf8(fromBase64(envelope.payload)) ?? '');
    const { about } = payload as { readonly about?: unknown };
    return typeof about === 'string' ? about : null;
  } catch {
    return null;
  }
}
