import { execFile, type ExecFileException } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const CLI = join(import.meta.dirname, '../../dist/scripts/amparo.js');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built command line as a process of its own, without a terminal. */
export function amparo(args: readonly string[], { cwd, env = {} }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      timeout: 120_000,
      maxBuffer: 64 * 1_048_576,
    };
    execFile(process.execPath, [CLI, ...args], options, (error: ExecFileException | null, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** The same where it must succeed. */
export async function amparoDone(args: readonly string[], options?: RunOptions): Promise<Ran> {
  const ran = await amparo(args, options);
  if (ran.code !== 0) throw new Error(`amparo ${args.join(' ')}: ${String(ran.code)}\n${ran.stdout}${ran.stderr}`);
  return ran;
}

export function jsonIn({ stdout }: Ran): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** A file that only its owner reads, with a pass phrase on its first line. */
export async function passphraseFile(folder: string, name: string, passphrase: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.passphrase`);
  await writeFile(path, `${passphrase}\nnot this line\n`, { mode: 0o600 });
  return path;
}

export async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}
