import { readdir, readFile } from 'node:fs/promises';

const SAMPLE_EVERY_MS = 100;

/** `own`: anonymous and shared memory, without mapped files, which processes have in common. `resident`: all that `ps` shows. */
export type MemoryKind = 'own' | 'resident';

const FIELDS: Readonly<Record<MemoryKind, readonly string[]>> = { own: ['RssAnon', 'RssShmem'], resident: ['VmRSS'] };

/** While `work` runs: the most memory that a process and all its descendants held together. Linux only. */
export async function peakMemoryMiB(pid: number, kind: MemoryKind, work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const sampler = setInterval(() => {
    memoryMiB(pid, kind).then(
      (held) => (peak = Math.max(peak, held)),
      () => undefined,
    );
  }, SAMPLE_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(sampler);
  }
  return peak;
}

/** What a process and all its descendants hold together now. Linux only. */
export async function memoryMiB(pid: number, kind: MemoryKind): Promise<number> {
  const statuses = await readStatuses(kind);
  let familyKiB = 0;
  for (const status of statuses.values()) if (descendsFrom(status, pid, statuses)) familyKiB += status.memoryKiB;
  return familyKiB / 1024;
}

interface Status {
  readonly pid: number;
  readonly parent: number;
  readonly memoryKiB: number;
}

function descendsFrom(status: Status, ancestor: number, all: ReadonlyMap<number, Status>): boolean {
  for (let at: Status | undefined = status; at !== undefined; at = all.get(at.parent))
    if (at.pid === ancestor) return true;
  return false;
}

async function readStatuses(kind: MemoryKind): Promise<Map<number, Status>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const statuses = await Promise.all(pids.map((pid) => readStatus(pid, kind)));
  return new Map(statuses.filter((status) => status !== null).map((status) => [status.pid, status]));
}

async function readStatus(pid: string, kind: MemoryKind): Promise<Status | null> {
  try {
    const text = await readFile(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return {
      pid: Number(pid),
      parent: field('PPid'),
      memoryKiB: FIELDS[kind].reduce((sum, name) => sum + field(name), 0),
    };
  } catch {
    return null; // it ended in the meantime
  }
}
