import type * as Wrappers from 'libsodium-wrappers';

type Sodium = typeof Wrappers.default;

/**
 * The only import of libsodium. Its ESM build is WebAssembly alone; its CommonJS build carries a script fallback and is
 * twice the size, so it is loaded only where WebAssembly is off (Tor Browser "Safer", Lockdown Mode).
 */
async function load(): Promise<Sodium> {
  const library: Sodium =
    typeof WebAssembly === 'object'
      ? (await import('libsodium-wrappers')).default
      : (await import('./sodium-script.cts')).default;
  await library.ready;
  return library;
}

let loading: Promise<Sodium> | undefined;

/** libsodium, loaded once and ready. A failed load (a lost connection) may be tried again. */
export function sodium(): Promise<Sodium> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
