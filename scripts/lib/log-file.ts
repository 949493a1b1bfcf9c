import { join } from 'node:path';

import { rosterLogSchema, toBase64, type RosterLog } from '../../crypto/index.ts';
import { readLogKey, type LogKey } from '../../server/log/log-key.ts';
import { DATA } from '../../server/data-folder.ts';
import { Failure } from './failure.ts';
import { readText } from './files.ts';
import { parseJsonOrNull } from './public-file.ts';

/** What the office vouches for. */
export function publicHalf({ origin, publicKey }: LogKey): RosterLog {
  return { origin, publicKey: toBase64(publicKey) };
}

/** The public half of a log, as a file that travels to the office. Throws `log-file-invalid`. */
export async function readLogFile(path: string): Promise<RosterLog> {
  const parsed = rosterLogSchema.safeParse(parseJsonOrNull(await readText(path)));
  if (!parsed.success) throw new Failure('log-file-invalid', path);
  return parsed.data;
}

/** The key of the log in a data folder. Throws `log-key-missing`. */
export async function logKeyIn(data: string): Promise<LogKey> {
  const key = await readLogKey(join(data, DATA.logKey));
  if (key === null) throw new Failure('log-key-missing', data);
  return key;
}
