import { toBase64, type RandomBytes } from '../../crypto/bytes.ts';
import { caseSecret } from '../../crypto/case-code.ts';
import { openCase, type Case } from '../../crypto/case.ts';
import { signRoster, type Roster } from '../../crypto/roster.ts';
import type { Envelope } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { newSigner, type Signer } from './statements.ts';

/** Who writes to whom in the vectors of cases: two of them, a reviewer, and a log. */
export interface Correspondence {
  readonly random: RandomBytes;
  readonly secret: Awaited<ReturnType<typeof newCase>>['secret'];
  readonly mine: Case;
  readonly other: Case;
  readonly otherSecret: Awaited<ReturnType<typeof newCase>>['secret'];
  readonly reviewer: Signer;
  readonly stranger: Signer;
  readonly log: Signer;
  /** The members by which a vector names the roster. */
  readonly roster: { readonly roster: Envelope; readonly charter: string; readonly today: string };
}

const TODAY = '2026-11-24';

export async function correspondence(name: string): Promise<Correspondence> {
  const random = await namedRandom(name);
  const [mine, other] = [await newCase(random), await newCase(random)];
  const [charter, reviewer, stranger, log] = [
    await newSigner(random),
    await newSigner(random),
    await newSigner(random),
    await newSigner(random),
  ];
  const roster: Roster = {
    office: 'Example Office',
    contact: '',
    languages: ['en'],
    version: 1,
    issued: '2026-11-01',
    expires: '2027-10-31',
    slots: 4,
    threshold: 1,
    demo: false,
    reviewers: [
      { slot: 1, name: 'Counsellor', role: 'helps people', languages: ['en'], identity: toBase64(reviewer.publicKey) },
    ],
  };
  const envelope = await signRoster(roster, charter.seed);
  return {
    random,
    secret: mine.secret,
    otherSecret: other.secret,
    mine: mine.of,
    other: other.of,
    reviewer,
    stranger,
    log,
    roster: { roster: envelope, charter: Buffer.from(charter.publicKey).toString('hex'), today: TODAY },
  };
}

async function newCase(random: RandomBytes) {
  const secret = caseSecret(random(16));
  return { secret, of: await openCase(secret) };
}
