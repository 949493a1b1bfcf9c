import { publicFileSchema, type PublicFile } from '../../client/shared/office/public-file.ts';
import { Failure } from './failure.ts';
import { readText } from './files.ts';

/** Throws `public-file-invalid`. */
export async function readPublicFile(path: string): Promise<PublicFile> {
  const parsed = publicFileSchema.safeParse(parseJsonOrNull(await readText(path)));
  if (!parsed.success) throw new Failure('public-file-invalid', path);
  return parsed.data;
}

export function parseJsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
