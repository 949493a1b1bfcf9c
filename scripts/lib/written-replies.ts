import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import * as z from 'zod/mini';

import { Failure } from './failure.ts';
import { isSameCase, readCaseFile, REPLIES_FILE, type CaseFile } from './case-files.ts';
import { readTextIfThere, SECRET_MODE, writeWhole } from './files.ts';
import { parseJsonOrNull } from './public-file.ts';

const writtenReplySchema = z.strictObject({
  /** Of the reviewer who wrote it, in hex: each counts their own. */
  identity: z.string(),
  number: z.int().check(z.positive()),
  day: z.string(),
  language: z.optional(z.string()),
  text: z.string(),
});
export type WrittenReply = z.infer<typeof writtenReplySchema>;

const fileSchema = z.strictObject({ replies: z.array(writtenReplySchema) });

/** The replies that were written from the folder of one report. Throws `case-file-invalid`. */
export async function readReplies(folder: string): Promise<readonly WrittenReply[]> {
  const path = join(folder, REPLIES_FILE);
  const text = await readTextIfThere(path);
  if (text === null) return [];
  const parsed = fileSchema.safeParse(parseJsonOrNull(text));
  if (!parsed.success) throw new Failure('case-file-invalid', path);
  return parsed.data.replies;
}

export async function writeReplies(folder: string, replies: readonly WrittenReply[]): Promise<void> {
  const text = `${JSON.stringify({ replies }, null, 1)}\n`;
  await writeWhole(join(folder, REPLIES_FILE), text, { mode: SECRET_MODE, replace: true });
}

/** Those to the same case from the folders beside it too: a case may have sent several reports. */
export async function repliesToCase(folder: string, of: CaseFile): Promise<readonly WrittenReply[]> {
  const parent = dirname(resolve(folder));
  const all: WrittenReply[] = [];
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const beside = join(parent, entry.name);
    const other = await readCaseFile(beside).catch(() => null);
    if (other !== null && isSameCase(of, other)) all.push(...(await readReplies(beside)));
  }
  return all;
}

/** The number of a reviewer's next reply, or `wanted`. Throws `reply-number-used`. */
export function replyNumber(written: readonly WrittenReply[], identity: string, wanted?: number): number {
  const used = written.filter((reply) => reply.identity === identity).map(({ number }) => number);
  if (wanted !== undefined && used.includes(wanted)) throw new Failure('reply-number-used', String(wanted));
  return wanted ?? Math.max(0, ...used) + 1;
}
