import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

/** Tor Browser's levels: `safer` has neither WebAssembly nor a compiler for scripts; `no-script` runs no script of a page. */
export type SecurityLevel = 'standard' | 'safer' | 'no-script';

/** `no-wasm`: WebAssembly off, compilers on. V8 14 dropped the flag that did this, so Chromium has no such level. */
export type FirefoxLevel = SecurityLevel | 'no-wasm';

export interface BrowserOptions<Level extends FirefoxLevel = SecurityLevel> {
  readonly level?: Level;
  readonly window?: { readonly width: number; readonly height: number };
  /** Where the browser keeps what it keeps. It stays, for the caller to search. Left out: a new folder, deleted on closing. */
  readonly profileDir?: string;
  /** Further flags of Chromium, and preferences of Firefox: a microphone that plays a file, for one. */
  readonly flags?: readonly string[];
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
  /** Closes the browser when aborted. */
  readonly signal?: AbortSignal;
}

export type BrowserName = 'chromium' | 'firefox';

const PROGRAMS: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

const WINDOW = { width: 1280, height: 800 };

const PROTOCOL_TIMEOUT_MS = 10 * 60 * 1000; // one call into a page may seal a gigabyte, or work without a compiler

const CHROMIUM_QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CHROMIUM_LEVELS: Record<SecurityLevel, readonly string[]> = {
  standard: [],
  safer: ['--js-flags=--jitless'], // without a compiler V8 offers no WebAssembly either
  'no-script': ['--blink-settings=scriptEnabled=false'],
};

const FIREFOX_LEVELS: Record<FirefoxLevel, Record<string, boolean>> = {
  standard: {},
  'no-wasm': { 'javascript.options.wasm': false },
  safer: {
    'javascript.options.wasm': false,
    'javascript.options.ion': false,
    'javascript.options.baselinejit': false,
    'javascript.options.native_regexp': false,
  },
  'no-script': { 'javascript.enabled': false },
};

/** The browser's program on this machine, or `undefined` where it is not installed. */
export function findBrowser(name: BrowserName): string | undefined {
  return findProgram(PROGRAMS[name]);
}

/** The first of `names` that is found on PATH. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** The caller closes it. {@link withBrowser} does so by itself. */
export function launchChromium(options: BrowserOptions = {}): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium refuses to start as root otherwise
  return puppeteer.launch({
    ...commonOptions('chromium', options),
    browser: 'chrome',
    args: [...asRoot, ...CHROMIUM_QUIET, ...CHROMIUM_LEVELS[options.level ?? 'standard'], ...(options.flags ?? [])],
  });
}

/** The caller closes it. {@link withBrowser} does so by itself. */
export function launchFirefox(options: BrowserOptions<FirefoxLevel> = {}): Promise<Browser> {
  return puppeteer.launch({
    ...commonOptions('firefox', options),
    browser: 'firefox',
    extraPrefsFirefox: { ...FIREFOX_LEVELS[options.level ?? 'standard'], ...options.preferences },
  });
}

/** Lends a launched browser to `use`, and closes it whatever happens. */
export async function withBrowser<Result>(
  launching: Promise<Browser>,
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await launching;
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

function commonOptions(name: BrowserName, { window, profileDir, signal }: BrowserOptions<FirefoxLevel>): LaunchOptions {
  const executablePath = findBrowser(name);
  if (executablePath === undefined)
    throw new Error(`${PROGRAMS[name][0] ?? name} is not installed: node dist/scripts/ensure-browsers.js`);
  return {
    executablePath,
    headless: true,
    defaultViewport: window ?? WINDOW,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    ...(profileDir === undefined ? {} : { userDataDir: profileDir }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
