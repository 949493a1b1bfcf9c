import { hash } from 'node:crypto';

import type { Sha256 } from '../../crypto/index.ts';

/** At once, without WebCrypto's promise for each: a rebuilt log has millions of nodes. */
export const nodeSha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');
