import { toHex } from '../../crypto/index.ts';
import type { AuditFinding } from '../../server/review/audit.ts';

export function isGood({ is }: AuditFinding): boolean {
  return is === 'whole';
}

/** What was found, for people. */
export function foundLines(found: AuditFinding): string[] {
  switch (found.is) {
    case 'broken':
      return [`The trail is broken at row ${String(found.row)}: it was altered, removed or put elsewhere.`];
    case 'cut':
      return [
        `The trail has ${String(found.head.rows)} rows, and none of them is the noted one: rows after it were cut off, or all were written anew.`,
      ];
    case 'whole':
      return [
        `The trail is whole: ${String(found.head.rows)} rows. Its head, to be noted outside this machine:`,
        toHex(found.head.hash),
      ];
  }
}
