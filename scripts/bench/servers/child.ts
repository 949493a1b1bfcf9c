import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { withTemporaryFolder } from '../temporary-folder.ts';

export type ServerName = 'amparo' | 'bare' | 'bare-mailbox' | 'office';

export interface ChildServer {
  readonly url: string;
  readonly pid: number;
}

/** Lends a server in a process of its own with an empty data folder, and ends both. */
export function withServer<Result>(
  name: ServerName,
  signal: AbortSignal,
  use: (server: ChildServer, folder: string) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.js`), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      signal,
    });
    const ended = once(child, 'exit').catch(() => undefined); // aborted: it has been told to end
    try {
      const url = await firstLine(child.stdout);
      if (url === undefined || child.pid === undefined) throw new Error(`the server ${name} did not start`);
      return await use({ url, pid: child.pid }, folder);
    } finally {
      child.kill();
      await ended;
    }
  });
}

async function firstLine(output: Readable): Promise<string | undefined> {
  for await (const line of createInterface(output)) return line;
  return undefined;
}

/** In the child: the data folder that it was given. */
export function folderArgument(): string {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('the data folder is missing');
  return folder;
}

/** In the child: says where it listens, and stops it when told to. */
export function announce(url: string, stop: () => unknown): void {
  process.once('SIGTERM', stop);
  console.log(url);
}
