import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rolldown, type InputOptions, type RolldownPlugin } from 'rolldown';

import { FORM_PLUGINS, wasmAsCharacters } from './bundle-plugins.ts';
import { compressFile } from './compressed.ts';
import { renderTriage } from './render-triage.ts';

/**
 * Bundles what the form and the courier load into `dist/assets/`, and what its offline page holds into `dist/inline/`; makes the reviewers' page,
 * `dist/triage/triage.html`. All the same for every office.
 */
const SOURCE = 'client/report';
const ASSETS = 'dist/assets';
const INLINE = 'dist/inline';
const TRIAGE_SOURCE = 'client/triage';
const TRIAGE = 'dist/triage';
const TRIAGE_PAGE = 'triage.html';
const COURIER_SOURCE = 'client/courier';
const SHARED_SOURCE = 'client/shared';
/** One style sheet, of these in this order: what comes later is of more weight. */
const STYLES = ['page', 'code', 'form', 'return', 'controls', 'settings'];
const COURIER_STYLES = ['base', 'controls', 'desk'];
const TRIAGE_STYLES = [
  'base',
  'controls',
  'bar',
  'unlock',
  'list',
  'report',
  'evidence',
  'triage',
  'answering',
  'dialogs',
  'team',
  'exports',
  'out',
  'redaction',
  'office-settings',
  'ceremony',
];

/** Firefox ESR 128 (Tor Browser 14) and Chromium of the same year. */
const TARGETS = ['firefox128', 'chrome120', 'safari17'];

const LOADED = {
  dir: ASSETS,
  format: 'esm',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
} as const;

/** What `crypto/sodium.ts` imports, by the names of the files that it is loaded from. */
const SODIUM = { 'libsodium-wrappers': 'libsodium-wrappers', 'sodium-script': './sodium-script.cts' };

/** The reviewers' page needs Argon2id, and so the larger build; it runs on machines of the office, which have WebAssembly. */
const sodiumWithArgon2id: RolldownPlugin = {
  name: 'sodium-with-argon2id',
  resolveId(id, importer) {
    const isSodium = id === 'libsodium-wrappers' || id === './sodium-script.cts';
    return isSodium && importer?.endsWith('sodium.ts') ? fileURLToPath(import.meta.resolve(LARGER_SODIUM)) : null;
  },
};
const LARGER_SODIUM = 'libsodium-wrappers-sumo';

/** A page that carries everything carries one libsodium: the build that also runs without WebAssembly. */
const oneSodium: RolldownPlugin = {
  name: 'one-sodium',
  resolveId: (id, importer) =>
    id === 'libsodium-wrappers' && importer?.endsWith('sodium.ts') ? resolve('crypto/sodium-script.cts') : null,
};

for (const folder of [ASSETS, INLINE, TRIAGE]) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
await bundleLoaded('form', join(SOURCE, 'online/page.ts'));
await bundleLoaded('back', join(SOURCE, 'return/page.ts'));
await bundleLoaded('courier', join(COURIER_SOURCE, 'page.tsx'));
const sodiumBeside = await bundleSodium();
await bundleLoaded('worker', join(SOURCE, 'online/worker.ts'), sodiumBeside);
await bundleLoaded('back-worker', join(SOURCE, 'return/worker.ts'), sodiumBeside);
for (const name of ['page', 'worker']) await bundleInline(join(SOURCE, `offline/${name}.ts`), INLINE, name, oneSodium);
await copyFile(join(SOURCE, 'icon.svg'), join(ASSETS, 'icon.svg'));
await writeFile(join(ASSETS, 'report.css'), await joinedStyles(SOURCE, STYLES));
await writeFile(join(ASSETS, 'courier.css'), await deskStyles(COURIER_SOURCE, COURIER_STYLES));
await writeTriage();
for (const file of await readdir(ASSETS)) await compressFile(join(ASSETS, file));

async function joinedStyles(source: string, names: readonly string[]): Promise<string> {
  const parts = names.map((name) => readFile(join(source, `styles/${name}.css`), 'utf8'));
  return (await Promise.all(parts)).join('\n');
}

/** Reviewers' pages have their colours in common. */
async function deskStyles(source: string, names: readonly string[]): Promise<string> {
  return `${await joinedStyles(SHARED_SOURCE, ['colours'])}\n${await joinedStyles(source, names)}`;
}

/** The reviewers' page: one file for every office and every language that it speaks. */
async function writeTriage(): Promise<void> {
  const script = await inlineBundle(join(TRIAGE_SOURCE, 'page.tsx'));
  const worker = await inlineBundle(join(TRIAGE_SOURCE, 'worker/main.ts'), sodiumWithArgon2id);
  const style = await deskStyles(join(TRIAGE_SOURCE, 'view'), TRIAGE_STYLES);
  await writeFile(join(TRIAGE, TRIAGE_PAGE), renderTriage({ script, worker, style }));
}

/** In parts, so that a report without files, and a browser with WebAssembly, load no more than they need. Page and worker share none. */
async function bundleLoaded(name: string, entry: string, ...plugins: RolldownPlugin[]): Promise<void> {
  const bundle = await rolldown(optionsFor({ [name]: entry }, ...plugins));
  await bundle.write(LOADED);
  await bundle.close();
}

/** The two builds of libsodium, each by itself: what they and the worker had in common would be a round trip more before either. */
async function bundleSodium(): Promise<RolldownPlugin> {
  const files = new Map<string, string>();
  for (const [name, id] of Object.entries(SODIUM)) {
    const from = id.startsWith('.') ? join('crypto', id) : id;
    const bundle = await rolldown(optionsFor({ [name]: from }, wasmAsCharacters));
    const { output } = await bundle.write({ ...LOADED, entryFileNames: LOADED.chunkFileNames });
    await bundle.close();
    files.set(id, `./${output[0].fileName}`);
  }
  return {
    name: 'sodium-beside',
    resolveId(id, importer) {
      const file = importer?.endsWith('sodium.ts') === true ? files.get(id) : undefined;
      return file === undefined ? null : { id: file, external: true };
    },
  };
}

/** In one piece, for a page that loads nothing. */
async function bundleInline(entry: string, dir: string, name: string, ...plugins: RolldownPlugin[]): Promise<void> {
  await writeFile(join(dir, `${name}.js`), await inlineBundle(entry, ...plugins));
}

async function inlineBundle(entry: string, ...plugins: RolldownPlugin[]): Promise<string> {
  const { transform, ...options } = optionsFor({ inline: entry }, ...plugins);
  // libsodium asks where it was loaded from, and takes nothing for an answer.
  const bundle = await rolldown({ ...options, transform: { ...transform, define: { 'import.meta': '{}' } } });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

function optionsFor(input: Record<string, string>, ...plugins: RolldownPlugin[]): InputOptions {
  return {
    input,
    platform: 'browser',
    plugins: [...FORM_PLUGINS, ...plugins],
    // Loading a module of the protocol does nothing by itself: what of its one door is not used is left out.
    treeshake: { moduleSideEffects: (id) => !/[\\/]crypto[\\/][\w-]+\.ts$/.test(id) },
    transform: { target: TARGETS },
  };
}
