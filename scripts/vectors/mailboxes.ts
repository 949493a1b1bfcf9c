import { concatBytes, toHex, u32, type Bytes } from '../../crypto/bytes.ts';
import { mailboxOf } from '../../crypto/case.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { encodePoll, MAILBOX_BYTES, signClosing } from '../../crypto/mailbox.ts';
import { correspondence } from './correspondence.ts';
import type { Edit, Vectors } from './vector.ts';

const GAP = { name: 'Counsellor', number: 1 };

/** All vectors of kinds `poll`, `mailbox` and `closing`. */
export async function mailboxVectors(): Promise<Vectors> {
  return new Map([...(await answerVectors()), ...(await questionVectors())]);
}

/** Each place of an answer is a vector of a reply, or filling: written out they would be long. */
async function answerVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const { secret, otherSecret, roster } = await correspondence('reply');
  const add = (
    name: string,
    about: string,
    places: readonly (string | null)[],
    outcome: object | ErrorCode,
    { by = secret, edits = [] as readonly Edit[], begun = null as string | null } = {},
  ) => {
    vectors.set(`mailbox-${name}`, {
      kind: 'mailbox',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      places,
      ...(edits.length > 0 && { edits }),
      secret: toHex(by),
      ...roster,
      begun,
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const [two, none] = ['reply-opens', [null, null, null, null]] as const;
  const shown = { replies: [{ reviewer: 'Counsellor', number: 2 }], refused: [] };
  const expired = [{ ...GAP, mayHaveExpired: true }];
  const keptBack = [{ ...GAP, mayHaveExpired: false }];
  const nothing = { replies: [], refused: [], missing: [] };

  add('empty', 'nothing but filling', none, nothing);
  add('one', 'one reply, before which another is missing, in a case of no known age', [two, null, null, null], {
    ...shown,
    missing: expired,
  });
  add(
    'young',
    'the same in a case that began 365 days ago',
    [two, null, null, null],
    { ...shown, missing: keptBack },
    { begun: '2025-11-24' },
  );
  add(
    'old',
    'the same in a case that began a day earlier',
    [two, null, null, null],
    { ...shown, missing: expired },
    { begun: '2025-11-23' },
  );
  add('twice', 'one reply in two places', [two, null, two, null], { ...shown, missing: expired });
  add('refused', 'beside one that is forged', [two, 'reply-forged', null, 'reply-moved'], {
    ...shown,
    refused: ['signature-invalid', 'reply-of-another-case'],
    missing: expired,
  });
  add(
    'case-other',
    'with the code of another case',
    [two, null, null, null],
    { ...nothing, refused: ['reply-of-another-case'] },
    { by: otherSecret },
  );
  add('magic', 'a reply without its magic is filling', [two, null, null, null], nothing, {
    edits: [{ at: 0, write: '00' }],
  });
  add('cut', 'a byte too few', none, 'mailbox-size', { edits: [{ cut: MAILBOX_BYTES - 1 }] });
  add('long', 'a byte too many', none, 'mailbox-size', { edits: [{ append: '00' }] });
  return vectors;
}

async function questionVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const { mine, other } = await correspondence('mailbox');
  const add = (kind: 'poll' | 'closing', name: string, about: string, bytes: Bytes, outcome: object | ErrorCode) => {
    vectors.set(`${kind}-${name}`, {
      kind,
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      [kind]: toHex(bytes),
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const locator = toHex(mine.locator);
  const mailbox = toHex(await mailboxOf(mine.locator));
  const poll = (page: number) => encodePoll({ locator: mine.locator, page });
  add('poll', 'opens', 'the newest replies', poll(0), { locator, mailbox, page: 0 });
  add('poll', 'page-last', 'the last page there is', poll(9_999), { locator, mailbox, page: 9_999 });
  add('poll', 'page-beyond', 'the page after it', concatBytes(mine.locator, u32(10_000)), 'poll-malformed');
  add('poll', 'cut', '35 bytes', poll(0).slice(0, -1), 'poll-malformed');
  add('poll', 'long', '37 bytes', concatBytes(poll(0), new Uint8Array(1)), 'poll-malformed');

  const good = await signClosing(mine);
  const byOther = (await signClosing(other)).slice(32);
  add('closing', 'opens', 'that a mailbox be closed', good, { locator, mailbox });
  add('closing', 'signer-other', 'signed by another case', concatBytes(mine.locator, byOther), 'signature-invalid');
  add(
    'closing',
    'locator-exchanged',
    'the locator of another case',
    concatBytes(other.locator, good.slice(32)),
    'signature-invalid',
  );
  add(
    'closing',
    'unsigned',
    'a signature of zeros',
    concatBytes(mine.locator, new Uint8Array(64)),
    'signature-invalid',
  );
  add('closing', 'cut', '95 bytes', good.slice(0, -1), 'closing-malformed');
  add('closing', 'long', '97 bytes', concatBytes(good, new Uint8Array(1)), 'closing-malformed');
  return vectors;
}
