import { AmparoError, directorySchema, fromBase64, readKeyFileHeader } from '../../../../crypto/index.ts';
import { claimedCharter, readRoster } from '../../../shared/office/draft.ts';
import { publicFileSchema } from '../../../shared/office/public-file.ts';
import type { NumberOf } from '../../calls/ceremony-calls.ts';
import { CallError } from '../../calls/line.ts';
import { fingerprintOf, textOf } from './means.ts';

/** Whose number a file holds, without any pass phrase. Throws `file-without-number`, and as `readKeyFileHeader` and `readRoster`. */
export async function numberOf(file: Blob): Promise<NumberOf> {
  const text = await textOf(file);
  const ofKey = await ofKeyFile(text);
  if (ofKey) return ofKey;
  const value = jsonOrNull(text);
  return (await ofPublicFile(value)) ?? (await ofDirectory(value)) ?? noNumber();
}

async function ofKeyFile(text: string): Promise<NumberOf | null> {
  try {
    const { role, name, publicKey } = readKeyFileHeader(text);
    return { of: role, name, fingerprint: await fingerprintOf(fromBase64(publicKey)) };
  } catch (error) {
    if (error instanceof AmparoError && error.code === 'key-file-malformed') return null;
    throw error;
  }
}

async function ofPublicFile(value: unknown): Promise<NumberOf | null> {
  const parsed = publicFileSchema.safeParse(value);
  if (!parsed.success) return null;
  const { name, identity } = parsed.data;
  return { of: 'reviewer', name, fingerprint: await fingerprintOf(fromBase64(identity)) };
}

async function ofDirectory(value: unknown): Promise<NumberOf | null> {
  const parsed = directorySchema.safeParse(value);
  if (!parsed.success) return null;
  const charter = claimedCharter(parsed.data);
  const { office } = await readRoster(parsed.data.roster, charter);
  return { of: 'office', name: office, fingerprint: await fingerprintOf(charter) };
}

function noNumber(): never {
  throw new CallError({ code: 'file-without-number' });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
