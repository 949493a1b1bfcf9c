import type { RequestHandler } from 'express';

import { parseTilePath, PATHS } from '../../crypto/index.ts';

import type { LogFiles } from '../log/log-files.ts';
import { Refusal } from '../problems.ts';

const NOTE_TYPE = 'text/plain; charset=utf-8';
const TILE_TYPE = 'application/octet-stream';

/** `GET /log/...`: the public log as static files (C2SP tlog-tiles). What is asked for is parsed to numbers; only these make a path. */
export function serveLog(files: LogFiles): RequestHandler {
  return async (request, response, next) => {
    if (!request.path.startsWith(PATHS.log)) {
      next();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refusal('method-not-allowed', { Allow: 'GET, HEAD' });
    }
    const path = request.path.slice(PATHS.log.length);
    const isCheckpoint = path === 'checkpoint';
    const tile = parseTilePath(path);
    const found = isCheckpoint ? await files.checkpoint() : tile && (await files.tile(tile));
    if (found === null) throw new Refusal('not-found');
    const body = Buffer.from(found);
    response.setHeader('Content-Type', isCheckpoint ? NOTE_TYPE : TILE_TYPE);
    response.setHeader('Content-Length', body.length);
    response.end(body);
  };
}
