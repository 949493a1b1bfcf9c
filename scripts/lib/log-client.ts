import {
  AmparoError,
  LOG_ENTRY_BYTES,
  NOTE_CHARACTERS_MAX,
  PATHS,
  TILE_WIDTH,
  tilePath,
  TREE_HASH_BYTES,
  type Tile,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { refusalOf, type ServerClient } from './server.ts';

const ANSWER_WITHIN_MS = 60_000;
const LENGTH_BYTES = 2;

/** Reads the published files of a log. Nothing that it gives is to be believed before it was checked. */
export class LogClient {
  readonly #server: ServerClient;

  constructor(server: ServerClient) {
    this.#server = server;
  }

  /** Throws `log-incomplete` where there is none, and `network`. */
  async checkpoint(): Promise<string> {
    const bytes = await this.#get('checkpoint', NOTE_CHARACTERS_MAX);
    if (bytes === null) throw new AmparoError('log-incomplete', 'checkpoint');
    return new TextDecoder().decode(bytes);
  }

  /** A partial tile may have been replaced by the full one since, which begins with it. Throws `log-incomplete`, `network`. */
  readonly tile = async (tile: Tile): Promise<Uint8Array> => {
    const itemBytes = tile.level === 'entries' ? LENGTH_BYTES + LOG_ENTRY_BYTES : TREE_HASH_BYTES;
    for (const width of new Set([tile.width, TILE_WIDTH])) {
      const bytes = await this.#get(tilePath({ ...tile, width }), width * itemBytes);
      if (bytes !== null) return bytes.subarray(0, tile.width * itemBytes);
    }
    throw new AmparoError('log-incomplete', tilePath(tile));
  };

  async #get(path: string, bytesMax: number): Promise<Uint8Array | null> {
    const response = await this.#server.request(PATHS.log + path, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (response.status === 404) return null;
    if (!response.ok) throw await refusalOf(response);
    return bodyOf(response, bytesMax);
  }
}

/** One byte more than there should be is kept, so that what is too long shows as such, and no more. */
async function bodyOf(response: Response, bytesMax: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of response.body ?? []) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > bytesMax) break;
    }
  } catch {
    throw new Failure('network', 'the connection was lost');
  }
  return Buffer.concat(pieces).subarray(0, bytesMax + 1);
}
