import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSED = new Set(['.html', '.js', '.css', '.svg']);
/** Pages for writing offline: fifteen times a megabyte at the best quality would take a minute of a small server. */
const LARGE_BYTES = 1_100_000;
const LARGE_QUALITY = 6;

/** Writes a file with its `.br` and `.gz` beside it, as the server looks for them. */
export async function writeCompressed(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  await compress(path, bytes);
}

/** Puts `.br` and `.gz` beside a file that is there. */
export async function compressFile(path: string): Promise<void> {
  await compress(path, await readFile(path));
}

async function compress(path: string, bytes: Uint8Array): Promise<void> {
  if (!COMPRESSED.has(extname(path))) return;
  const quality = bytes.length > LARGE_BYTES ? LARGE_QUALITY : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes));
}
