import { KEY_FILE_COSTS, monthOf, sealKeyFile, signingPublicKey, type Keys } from '../../../../crypto/index.ts';
import {
  firstMonthKept,
  monthsMissing,
  MONTHS_DEFAULT,
  newReviewerKeys,
  publicFileOf,
  withMonths,
  withoutMonthsBefore,
} from '../../../shared/office/months.ts';
import { publicFileText } from '../../../shared/office/public-file.ts';
import { WORD_LISTS } from '../../../shared/word-lists.ts';
import type { Handlers } from '../../calls/answering.ts';
import type { CeremonyCalls, MonthsPlan, ReviewerFiles } from '../../calls/ceremony-calls.ts';
import { CallError } from '../../calls/line.ts';
import { fingerprintOf, openKeyOf, type Means } from './means.ts';

/** Each word is 11 bits: 77 in all, which Argon2id makes dearer still. */
const PASSPHRASE_WORDS = 7;
const WORD_BYTES = 2;

type ReviewerKeyCalls = Pick<CeremonyCalls, 'suggestPassphrase' | 'makeKey' | 'planMonths' | 'renewKey'>;

export function reviewerKeyHandlers(means: Means): Handlers<ReviewerKeyCalls> {
  let open: { readonly keys: Keys; readonly passphrase: string } | null = null;
  return {
    suggestPassphrase: () => Array.from({ length: PASSPHRASE_WORDS }, () => randomWord(means)).join(' '),

    async makeKey({ name, passphrase }) {
      const keys = await newReviewerKeys(name, means.today(), MONTHS_DEFAULT, means.random);
      const files = await filesOf(keys, passphrase, means);
      return { ...files, fingerprint: await fingerprintOf(await signingPublicKey(keys.seed)) };
    },

    async planMonths(asked) {
      const keys = await openKeyOf('reviewer', asked, means);
      open = { keys, passphrase: asked.passphrase };
      return planOf(keys, means);
    },

    async renewKey({ forgets }) {
      if (!open) throw new CallError({ code: 'locked' });
      const today = means.today();
      const grown = await withMonths(open.keys, today, MONTHS_DEFAULT, means.random);
      const keys = forgets ? withoutMonthsBefore(grown, firstMonthKept(today)) : grown;
      const files = await filesOf(keys, open.passphrase, means);
      open = null;
      return files;
    },
  };
}

function planOf(keys: Keys, means: Means): MonthsPlan {
  const today = means.today();
  const kept = withoutMonthsBefore(keys, firstMonthKept(today));
  return {
    name: keys.name,
    today,
    held: keys.epochs.map(({ epoch }) => monthOf(epoch)),
    missing: monthsMissing(keys, today, MONTHS_DEFAULT).map(monthOf),
    over: keys.epochs.filter((key) => !kept.epochs.includes(key)).map(({ epoch }) => monthOf(epoch)),
  };
}

async function filesOf(keys: Keys, passphrase: string, { argon2id, random, today }: Means): Promise<ReviewerFiles> {
  const sealed = await sealKeyFile(keys, passphrase, KEY_FILE_COSTS, argon2id, random);
  return {
    keyFile: new Blob([sealed]),
    publicFile: new Blob([publicFileText(await publicFileOf(keys, today()))]),
    months: keys.epochs.map(({ epoch }) => monthOf(epoch)),
  };
}

/** The list has 2,048 words, a power of two: none is likelier than another. */
function randomWord({ random }: Means): string {
  const [high = 0, low = 0] = random(WORD_BYTES);
  const words = WORD_LISTS.en;
  return words[((high << 8) | low) % words.length] ?? '';
}
