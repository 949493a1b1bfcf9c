import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { signingPublicKey, signingSeed, signRoster, systemRandom, toBase64 } from '../../../crypto/index.ts';
import { createApp } from '../../../server/app.ts';
import { DiskBlobs } from '../../../server/blobs/disk.ts';
import { systemClock } from '../../../server/clock.ts';
import { DirectoryFile } from '../../../server/directory-file.ts';
import { createHeaders } from '../../../server/headers.ts';
import { listen } from '../../../server/listen.ts';
import { LogFolder } from '../../../server/log/log-files.ts';
import { ensureLogKey } from '../../../server/log/log-key.ts';
import { Pages } from '../../../server/pages.ts';
import { createHasher, PassphraseChecker } from '../../../server/review/passphrase.ts';
import { FactorVault } from '../../../server/review/second-factor.ts';
import { DATA } from '../../../server/data-folder.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { WorkGate } from '../../../server/work.ts';
import { announce, folderArgument } from './child.ts';

/** The real server with every door open: what is measured is taking in and storing, not the toll before it. */
const noWork: WorkGate = {
  challenge: () => Promise.reject(new Error('this server asks for no work')),
  admit: () => Promise.resolve({ accept: () => undefined, release: () => undefined }),
};

const data = folderArgument();
const store = openSqliteStore(join(data, DATA.database));
const setHeaders = createHeaders();
const app = createApp({
  store,
  blobs: new DiskBlobs(join(data, DATA.evidence)),
  work: noWork,
  checker: new PassphraseChecker(createHasher(systemRandom(32)), systemRandom),
  vault: new FactorVault(systemRandom(32), systemRandom),
  directory: await newDirectory(),
  pages: await newPages(),
  setHeaders,
  logFiles: new LogFolder(join(data, DATA.log)),
  logKey: await ensureLogKey(join(data, DATA.logKey), systemRandom),
  clock: systemClock,
  random: systemRandom,
  log: (line) => {
    console.error(line);
  },
});
const listening = await listen(app, setHeaders, { host: '127.0.0.1', port: 0 });
announce(listening.url, async () => {
  await listening.stop();
  await store.close();
});

async function newDirectory(): Promise<DirectoryFile> {
  const seed = () => signingSeed(systemRandom(32));
  const identity = toBase64(await signingPublicKey(seed()));
  const roster = await signRoster(
    {
      office: 'Bench',
      contact: '',
      languages: ['en'],
      version: 1,
      issued: '2026-01-01',
      expires: '2026-12-31',
      slots: 8,
      threshold: 1,
      demo: true,
      reviewers: [{ slot: 0, name: 'A reviewer', role: 'reviewer', languages: ['en'], identity }],
    },
    seed(),
  );
  const path = join(data, DATA.directory);
  await writeFile(path, JSON.stringify({ roster, epochKeys: [] }));
  return DirectoryFile.open(path, () => undefined);
}

async function newPages(): Promise<Pages> {
  const folder = join(data, DATA.pages);
  await mkdir(folder);
  return Pages.load(folder);
}
