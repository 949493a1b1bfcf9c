import { readdirSync, readFileSync } from 'node:fs';
import type { Link } from './chains.ts';
import { concat, fromBase64, fromHex } from './bytes.ts';

// SPEC, Vectors.

export type Edit =
  | { readonly at: number; readonly write: string }
  | { readonly cut: number }
  | { readonly append: string }
  | { readonly zeros: number }
  | { readonly swap: readonly [number, number]; readonly length: number };

export type Binary = string | { readonly of: string; readonly edits: readonly Edit[] };

export type Expectation = 'opens' | 'not for this key' | { readonly error: string };

interface Common {
  readonly about: string;
  readonly expect: Expectation;
  readonly opens?: Readonly<Record<string, unknown>>;
}

export type LetterVector = Common & {
  readonly kind: 'letter';
  readonly letter: Binary;
  readonly key: { readonly epoch: number; readonly secretKey: string; readonly publicKey: string };
  readonly intermediate?: Readonly<Record<string, string>>;
};

export type TogetherVector = Common & {
  readonly kind: 'letter-together';
  readonly letter: Binary;
  readonly releases: readonly { readonly slot: number; readonly wrapKey: string; readonly from: string }[];
};

export type ReleaseVector = Common & {
  readonly kind: 'release';
  readonly envelope: unknown;
  readonly reviewers: readonly string[];
  readonly to: string;
};

export type ReaderKeyVector = Common & {
  readonly kind: 'reader-key';
  readonly readerKey: string;
  readonly letter: string;
  readonly identity: string;
};

export type CasebookVector = Common & {
  readonly kind: 'casebook';
  readonly casebook: Binary;
  readonly passphrase: string;
  readonly given?: number;
};

export type EvidenceEdit =
  | { readonly cell: number; readonly edits: readonly Edit[] }
  | { readonly swapCells: readonly [number, number] }
  | { readonly cells: number }
  | { readonly size: number };

export type EvidenceVector = Common & {
  readonly kind: 'evidence';
  readonly evidenceKey: string;
  readonly files: readonly { readonly size: number; readonly seed: number }[];
  readonly cellHashes: readonly string[];
  readonly edit?: EvidenceEdit;
};

export type ReportVector = Common & { readonly kind: 'report'; readonly bytes: Binary };

export type StatementVector = Common & {
  readonly kind: 'statement';
  readonly envelope: unknown;
  readonly statementKind: string;
  readonly publicKey: string;
};

export type RosterVector = Common & {
  readonly kind: 'roster';
  readonly envelope: unknown;
  readonly charter: string;
  readonly today: string;
  readonly seen?: unknown;
};

export type DirectoryVector = Common & {
  readonly kind: 'directory';
  readonly directory: unknown;
  readonly charter: string;
  readonly today: string;
};

export type KeyFileVector = Common & {
  readonly kind: 'key-file';
  readonly file: string;
  readonly passphrase: string;
};

export type FingerprintVector = Common & { readonly kind: 'fingerprint'; readonly publicKey: string };

export type BundleVector = Common & { readonly kind: 'bundle'; readonly bundle: Binary };

export type ParcelVector = Common & { readonly kind: 'parcel'; readonly parcel: Binary };

export type BuildVector = Common & { readonly kind: 'build'; readonly envelope: unknown; readonly charter: string };

export type CheckpointVector = Common & {
  readonly kind: 'checkpoint';
  readonly checkpoint: string;
  readonly origin: string;
  readonly publicKey: string;
};

export type LogProofVector = Common & {
  readonly kind: 'log-proof';
  readonly proof: string;
  readonly entry: string;
  readonly origin: string;
  readonly publicKey: string;
};

export type JournalVector = Common & {
  readonly kind: 'journal';
  readonly envelope: unknown;
  readonly reviewers: readonly string[];
  readonly letters: readonly { readonly id: string; readonly fileKey: string }[];
};

export type GrantVector = Common & {
  readonly kind: 'grant';
  readonly envelope: unknown;
  readonly reviewers: readonly string[];
  readonly to: string;
};

export type LetterWithKeyVector = Common & {
  readonly kind: 'letter-with-key';
  readonly letter: Binary;
  readonly fileKey: string;
};

export type JournalLetterVector = Common & { readonly kind: 'journal-letter'; readonly bytes: Binary };

export type ChainsVector = Common & { readonly kind: 'chains'; readonly entries: readonly Link[] };

export type OutboundVector = Common & { readonly kind: 'outbound'; readonly outbound: Binary };

export type Vector =
  | JournalVector
  | GrantVector
  | LetterWithKeyVector
  | JournalLetterVector
  | ChainsVector
  | OutboundVector
  | LetterVector
  | TogetherVector
  | ReleaseVector
  | ReaderKeyVector
  | CasebookVector
  | EvidenceVector
  | ReportVector
  | StatementVector
  | RosterVector
  | DirectoryVector
  | KeyFileVector
  | FingerprintVector
  | BundleVector
  | ParcelVector
  | BuildVector
  | CheckpointVector
  | LogProofVector;

export type Vectors = ReadonlyMap<string, Vector>;

export function readVectors(directory: URL): Vectors {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  return new Map(
    files.sort().map((file) => {
      const vector = JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as Vector;
      return [file.slice(0, -'.json'.length), vector];
    }),
  );
}

type BinaryMember = 'letter' | 'bundle' | 'parcel' | 'bytes' | 'casebook' | 'outbound';

/** A binary member in base64, or the same member of another vector after edits. */
export function binary(member: BinaryMember, value: Binary, all: Vectors): Uint8Array {
  if (typeof value === 'string') return fromBase64(value);
  const origin = (all.get(value.of) as Partial<Record<typeof member, Binary>> | undefined)?.[member];
  if (origin === undefined) throw new Error(`no ${member} in ${value.of}`);
  return applyEdits(binary(member, origin, all), value.edits);
}

export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edits.reduce(applyEdit, bytes);
}

function applyEdit(bytes: Uint8Array, edit: Edit): Uint8Array {
  if ('cut' in edit) return bytes.slice(0, edit.cut);
  if ('append' in edit) return concat(bytes, fromHex(edit.append));
  if ('zeros' in edit) return concat(bytes, new Uint8Array(edit.zeros));
  const edited = bytes.slice();
  if ('write' in edit) {
    edited.set(fromHex(edit.write), edit.at);
  } else {
    const [a, b] = edit.swap;
    edited.set(bytes.slice(a, a + edit.length), b);
    edited.set(bytes.slice(b, b + edit.length), a);
  }
  return edited;
}
