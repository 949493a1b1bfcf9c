import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { systemRandom, toBase64 } from '../../crypto/index.ts';
import { afterTest, makeDataFolder, makeOffice, type TestOffice } from '../server/helpers.ts';

const MAIN = join(import.meta.dirname, '../../dist/server/main.js');

export interface ServerProcess {
  readonly url: string;
  readonly folder: string;
  readonly office: TestOffice;
  /** All that it wrote to its terminal. */
  readonly output: readonly string[];
  readonly child: ChildProcess;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ProcessOptions {
  /** A shell's `ulimit` line. */
  readonly limit?: string;
  /** An office and its data folder, where they are there already. */
  readonly existing?: { readonly office: TestOffice; readonly folder: string };
  readonly nodeOptions?: string;
}

/** The built server as its own process, as an office runs it; ended after the test. */
export async function startServerProcess(options: ProcessOptions = {}): Promise<ServerProcess> {
  const office = options.existing?.office ?? (await makeOffice());
  const folder = options.existing?.folder ?? (await makeDataFolder(office));
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    AMPARO_DATA: folder,
    AMPARO_PEPPER: toBase64(systemRandom(32)),
    NODE_OPTIONS: options.nodeOptions ?? '',
  };
  const limit = options.limit ?? 'true';
  const child = spawn('bash', ['-c', `${limit} && exec "${process.execPath}" "${MAIN}"`], { env });
  const output: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => output.push(line));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  };
  afterTest(async () => {
    await end('SIGKILL');
  });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error(`the server did not start: ${output.join('\n')}`);
    }),
  ])) as [string];
  const url = /http:\/\/\S+(?=\/)/.exec(line)?.[0];
  if (url === undefined) throw new Error(`no address in: ${line}`);
  return { url, folder, office, output, child, end };
}
