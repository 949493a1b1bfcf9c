import type { Slip } from './case-code.ts';
import type { Binary, Common, Edit } from './vectors.ts';

// SPEC, Vectors: those of what passes between a reporter who comes back, the server and the office.

interface OfCase {
  readonly secret: string;
}

interface WithRoster {
  readonly roster: unknown;
  readonly charter: string;
  readonly today: string;
}

export type CaseCodeVector = Omit<Common, 'expect'> & {
  readonly kind: 'case-code';
  readonly expect: 'opens' | Slip;
  readonly code: string;
};

export type CaseVector =
  | CaseCodeVector
  | (Common & OfCase & { readonly kind: 'case' })
  | (Common & { readonly kind: 'report-case'; readonly bytes: Binary })
  | (Common & OfCase & WithRoster & { readonly kind: 'reply'; readonly reply: Binary })
  | (Common & OfCase & { readonly kind: 'note'; readonly note: string })
  | (Common & { readonly kind: 'receipt'; readonly envelope: unknown; readonly publicKey: string })
  | (Common & OfCase & { readonly kind: 'receipt-again'; readonly entry: string; readonly publicKey: string })
  | (Common & OfCase & WithRoster & { readonly kind: 'opened-mark'; readonly mark: string; readonly day: number })
  | MailboxVector
  | (Common & { readonly kind: 'poll'; readonly poll: string })
  | (Common & { readonly kind: 'closing'; readonly closing: string });

export type MailboxVector = Common &
  OfCase &
  WithRoster & {
    readonly kind: 'mailbox';
    readonly places: readonly (string | null)[];
    readonly edits?: readonly Edit[];
    readonly begun: string | null;
  };
