import { join } from 'node:path';

/** What the build bundles for the pages: beside the compiled scripts. */
export const ASSETS = join(import.meta.dirname, '../../assets');
