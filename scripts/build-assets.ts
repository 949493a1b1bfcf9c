import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { rolldown, type RolldownPlugin } from 'rolldown';

/** Bundles what the form loads into `dist/assets/`: the same for every office and every language. */
const SOURCE = 'client/report';
const OUT = 'dist/assets';
const COPIED = ['report.css', 'icon.svg'];

/** Firefox ESR 128 (Tor Browser 14) and Chromium of the same year. */
const TARGETS = ['firefox128', 'chrome120', 'safari17'];

/** libsodium's CommonJS build reaches for Node's modules where it finds Node; in a page it never does. */
const nodeModulesStayOutside: RolldownPlugin = {
  name: 'node-modules-stay-outside',
  resolveId: (id) => (/^(?:node:)?(?:fs|path|crypto)$/.test(id) ? { id, external: true } : null),
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const bundle = await rolldown({
  input: { form: join(SOURCE, 'form.ts'), worker: join(SOURCE, 'worker.ts') },
  platform: 'browser',
  plugins: [nodeModulesStayOutside],
  transform: { target: TARGETS },
});
await bundle.write({
  dir: OUT,
  format: 'esm',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
for (const file of COPIED) await copyFile(join(SOURCE, file), join(OUT, file));
