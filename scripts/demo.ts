import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  charterPublicKey,
  isoDateOf,
  signingPublicKey,
  systemRandom,
  toBase64,
  type Reviewer,
} from '../crypto/index.ts';
import { type Draft } from '../client/shared/office/draft.ts';
import { MONTHS_DEFAULT, newReviewerKeys } from '../client/shared/office/months.ts';
import type { EmergencyContact } from '../client/report/questionnaire/schema.ts';
import { addAccount, removeAccount } from '../server/review/accounts.ts';
import { ensureLogKey } from '../server/log/log-key.ts';
import { createHasher } from '../server/review/passphrase.ts';
import { readableSecret } from '../server/review/readable-secret.ts';
import { DATA } from '../server/data-folder.ts';
import { withAccounts } from './lib/accounts.ts';
import { pagesIn, signPages } from './lib/build-file.ts';
import { demoFolder, demoPepperPath } from './lib/demo-paths.ts';
import { Failure } from './lib/failure.ts';
import { DEFAULT_FORM } from './lib/form-files.ts';
import { exists, makeSecretFolder, SECRET_MODE, writeWhole } from './lib/files.ts';
import { openKeys, writeReviewer } from './lib/key-ring.ts';
import { OfficeFolder } from './lib/office-folder.ts';
import { publicHalf } from './lib/log-file.ts';
import { makeOffice, signOffice, withReviewer } from './lib/office.ts';
import { makeOfflinePages, readOffline } from './lib/offline-site.ts';
import { publish } from './lib/publish.ts';
import { readPublicFile } from './lib/public-file.ts';

const PEPPER_BYTES = 32;
const ROSTER_DAYS = 365;

const DRAFT: Draft = {
  office: 'DEMO Office for Safe Borders',
  contact: '',
  languages: ['en', 'es'],
  slots: 4,
  threshold: 1,
  demo: true,
  reviewers: [],
};

/** 112 is the emergency number of the whole European Union and EEA (Directive (EU) 2018/1972, art. 109). */
const EMERGENCY: readonly EmergencyContact[] = ['DE', 'ES', 'FR', 'LU', 'NO', 'PT', 'RO'].map((country) => ({
  country,
  number: '112',
  what: '',
}));

/** `user` is the name to sign in with and that of the key file. */
const REVIEWERS: readonly (Pick<Reviewer, 'name' | 'role' | 'languages'> & { readonly user: string })[] = [
  { user: 'counsellor', name: 'Counsellor', role: 'supports people who report', languages: ['en', 'es'] },
  { user: 'investigator', name: 'Investigator', role: 'examines what officials did', languages: ['en'] },
];

/** Who can sign in to the demo, in the order in which they are shown. */
export const DEMO_USERS: readonly string[] = REVIEWERS.map(({ user }) => user);

/** A pass phrase that was made, and what it is for. Shown once, kept nowhere. */
export interface MadePassphrase {
  readonly of: string;
  readonly passphrase: string;
}

export function demoKeyPath(data: string, user: string): string {
  return join(demoFolder(data), `${user}.key`);
}

/**
 * Makes an office in an empty data folder, all its keys beside it: for trying things, never for real reports. The directory comes
 * last, so that a run that was interrupted starts over. Throws `data-foreign`.
 */
export async function makeDemo(data: string, now: Date): Promise<MadePassphrase[]> {
  await refuseForeign(data);
  const made: MadePassphrase[] = [];
  const make = (of: string) => {
    const passphrase = readableSecret(systemRandom);
    made.push({ of, passphrase });
    return passphrase;
  };

  const folder = new OfficeFolder(demoFolder(data));
  await makeSecretFolder(folder.path);
  const charterPassphrase = make('charter key');
  const log = publicHalf(await ensureLogKey(join(data, DATA.logKey), systemRandom));
  await makeOffice(folder, { ...DRAFT, log }, charterPassphrase, { random: systemRandom, replace: true });
  await addReviewers(folder, data, now, make);
  await addAccounts(data, make);

  const charter = await openKeys(folder.charterKey, charterPassphrase);
  const { directory } = await signOffice(folder, charter, now, ROSTER_DAYS);
  await folder.writeDirectory(directory);
  const form = { ...DEFAULT_FORM, emergency: EMERGENCY };
  const publicKey = charterPublicKey(await signingPublicKey(charter.seed));
  await makeOfflinePages(folder.offline, directory, form, now);
  await signPages(folder, await pagesIn(folder.offline), charter, now);
  const offline = await readOffline(folder.build, folder.offline, publicKey);
  await publish({ directory, form, offline }, publicKey, data, now);
  return made;
}

/** What is in the folder may be a real office's, whose directory was lost. */
async function refuseForeign(data: string): Promise<void> {
  const isStarted = await exists(demoFolder(data));
  const names = await readdir(data).catch(() => []);
  if (names.length > 0 && !isStarted) throw new Failure('data-foreign', data);
}

type MakePassphrase = (of: string) => string;

async function addReviewers(folder: OfficeFolder, data: string, now: Date, make: MakePassphrase): Promise<void> {
  const today = isoDateOf(now);
  let draft = await folder.readDraft();
  for (const { user, ...entry } of REVIEWERS) {
    const keys = await newReviewerKeys(entry.name, today, MONTHS_DEFAULT, systemRandom);
    const path = demoKeyPath(data, user);
    const options = { today, random: systemRandom, replace: true };
    const publicFile = await readPublicFile(await writeReviewer(path, keys, make(`key file of ${user}`), options));
    draft = await withReviewer(draft, publicFile, entry, today);
    await folder.keepPublicFile(publicFile);
  }
  await folder.writeDraft(draft);
}

async function addAccounts(data: string, make: MakePassphrase): Promise<void> {
  const pepper = systemRandom(PEPPER_BYTES);
  await writeWhole(demoPepperPath(data), `${toBase64(pepper)}\n`, { mode: SECRET_MODE, replace: true });
  await withAccounts(data, async (deps) => {
    for (const user of DEMO_USERS) {
      await removeAccount(deps, user).catch(() => undefined); // left by a run that was interrupted
      await addAccount(deps, createHasher(pepper), user, make(`sign-in of ${user}`));
    }
  });
}

/** Whether a data folder has been set up, as a demo or for real. */
export function isSetUp(data: string): Promise<boolean> {
  return exists(join(data, DATA.directory));
}
