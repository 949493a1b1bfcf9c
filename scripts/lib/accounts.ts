import { join } from 'node:path';

import { fromBase64, type Bytes } from '../../crypto/index.ts';
import { claimedCharter, readRoster } from '../../client/shared/office/draft.ts';
import { readConfig } from '../../server/config.ts';
import { DATA } from '../../server/data-folder.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { systemClock } from '../../server/clock.ts';
import type { AccountDeps } from '../../server/review/accounts.ts';
import { AuditTrail } from '../../server/review/audit.ts';
import type { AuditStore } from '../../server/store/store.ts';
import { demoPepperPath } from './demo-paths.ts';
import { Failure } from './failure.ts';
import { exists, readText } from './files.ts';
import { readDirectoryFile } from './office-folder.ts';

/** Opens the database of a data folder for a moment, beside a server that may be running. Throws `data-missing`. */
export async function withAccounts<T>(
  data: string,
  work: (deps: AccountDeps & { readonly audit: AuditStore }) => Promise<T>,
): Promise<T> {
  if (!(await exists(data))) throw new Failure('data-missing', data);
  const store = openSqliteStore(join(data, DATA.database));
  try {
    const { accounts, audit } = store;
    return await work({ accounts, audit, trail: new AuditTrail(audit, systemClock) });
  } finally {
    await store.close();
  }
}

/** The pepper of the server on a data folder: a demo's own, or from the environment. Throws `ConfigError`. */
export async function pepperOf(data: string, environment: Record<string, string | undefined>): Promise<Bytes> {
  if (await isDemo(data)) return fromBase64((await readText(demoPepperPath(data))).trim());
  return readConfig({ AMPARO_DATA: data, AMPARO_PEPPER: environment['AMPARO_PEPPER'] }).pepper;
}

async function isDemo(data: string): Promise<boolean> {
  const directory = await readDirectoryFile(join(data, DATA.directory));
  return directory !== null && (await readRoster(directory.roster, claimedCharter(directory))).demo;
}
