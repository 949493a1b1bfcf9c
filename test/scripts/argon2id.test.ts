import sodium from 'libsodium-wrappers-sumo';
import { expect, test } from 'vitest';

import {
  KEY_FILE_COSTS,
  openKeyFile,
  sealKeyFile,
  signingSeed,
  systemRandom,
  utf8,
  type Argon2id,
  type PassphraseCosts,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';

/** As a page without Node would do it. */
const argon2idInBrowser: Argon2id = async (passphrase, salt, { memoryKiB, passes }) => {
  await sodium.ready;
  return sodium.crypto_pwhash(32, passphrase, salt, passes, memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
};

const COSTS: readonly PassphraseCosts[] = [
  { memoryKiB: 8192, passes: 1 },
  { memoryKiB: 8192, passes: 3 },
  { memoryKiB: 65_536, passes: 2 },
  KEY_FILE_COSTS,
];

test.each(COSTS)('a browser derives the same key at $memoryKiB KiB and $passes passes', async (costs) => {
  for (const passphrase of ['plain lantern orbit meadow', 'Пароль ñ 密码', '']) {
    const salt = systemRandom(16);
    const here = await argon2id(utf8(passphrase), salt, costs);
    expect(Buffer.from(here)).toEqual(Buffer.from(await argon2idInBrowser(utf8(passphrase), salt, costs)));
    if (costs === KEY_FILE_COSTS) break; // once is enough at full cost
  }
});

test('a browser opens a key file that the command line sealed', async () => {
  const keys = { role: 'charter', name: 'Office', seed: signingSeed(systemRandom(32)), epochs: [] } as const;
  const costs = { memoryKiB: 8192, passes: 2 };
  const file = await sealKeyFile(keys, 'plain lantern orbit meadow', costs, argon2id, systemRandom);
  const opened = await openKeyFile(file, 'plain lantern orbit meadow', argon2idInBrowser);
  expect(Buffer.from(opened.seed)).toEqual(Buffer.from(keys.seed));
});
