import { fileURLToPath } from 'node:url';

import type { RolldownPlugin } from 'rolldown';

/** libsodium's CommonJS build reaches for Node's modules where it finds Node; in a page it never does. */
const nodeModulesStayOutside: RolldownPlugin = {
  name: 'node-modules-stay-outside',
  resolveId: (id) => (/^(?:node:)?(?:fs|path|crypto)$/.test(id) ? { id, external: true } : null),
};

const WASM_IN_BASE64 = /(["'`])(AGFzbQ[A-Za-z0-9+/]{100000,}={0,2})\1/;

/**
 * libsodium carries its WebAssembly in base64, which hides from brotli what repeats in it. The same bytes as characters of a string,
 * put back into base64 where the library reads them, are a fifth less to load. Not for a page that holds the script inline: HTML
 * does not keep every character.
 */
export const wasmAsCharacters: RolldownPlugin = {
  name: 'wasm-as-characters',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if (file.type === 'chunk') file.code = file.code.replace(WASM_IN_BASE64, asCharacters);
    }
  },
};

function asCharacters(_literal: string, _quote: string, base64: string): string {
  const characters = Buffer.from(base64, 'base64').toString('latin1');
  const escaped = characters
    .replace(/[\\`$]/g, '\\$&')
    .replaceAll('\r', '\\r') // else read as a line feed
    .replace(/\0(?!\d)/g, '\\0')
    .replaceAll('\0', '\\x00'); // before a digit the shorter one is not allowed
  return `btoa(\`${escaped}\`)`;
}

/** Modules that tus-js-client asks for, and what it gets. */
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  // It can keep the addresses of uploads in the browser. What does that is left out: it cannot be turned on by mistake.
  './urlStorage.js': 'export const canStoreURLs = false; export class WebStorageUrlStorage {}',
  // Browsers have one of their own.
  'url-parse': 'export default URL;',
};
const PREFIX = '\0in-place-of:';

/** tus-js-client in its source for browsers, a third smaller than what its manifest offers, which is translated for old ones. */
const tusForThisPage: RolldownPlugin = {
  name: 'tus-for-this-page',
  resolveId(id, importer = '') {
    if (id === 'tus-js-client') {
      return fileURLToPath(import.meta.resolve('tus-js-client')).replace(/lib(?:\.es\w+)?([\\/])node/, 'lib$1browser');
    }
    return /[\\/]tus-js-client[\\/]/.test(importer) && id in IN_PLACE_OF ? PREFIX + id : null;
  },
  load: (id) => (id.startsWith(PREFIX) ? IN_PLACE_OF[id.slice(PREFIX.length)] : null),
};

/** What every bundle of the form's script needs. */
export const FORM_PLUGINS: RolldownPlugin[] = [nodeModulesStayOutside, tusForThisPage];
