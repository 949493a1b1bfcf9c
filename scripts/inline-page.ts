import { createHash } from 'node:crypto';

/** What pages in one file have in common: the places in them, and the policy that lets nothing else in. */
export type Places<Name extends string> = Readonly<Record<Name, string>>;

/** Fills each place, which stands once, and begins the document. */
export function fillPlaces<Name extends string>(page: string, places: Places<Name>, values: Places<Name>): string {
  const filled = (Object.entries(places) as [Name, string][]).reduce((text, [name, place]) => {
    const [before, after, ...more] = text.split(place);
    if (before === undefined || after === undefined || more.length > 0) throw new Error(`${place} stands not once`);
    return before + values[name] + after;
  }, page);
  return `<!doctype html>${filled}`;
}

export interface Allowed {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Sources beyond what the page itself holds. */
  readonly beside: Readonly<Record<string, readonly string[]>>;
}

/** By hash: no other script or style runs in it, whatever a report or a roster holds, and no request leaves it. */
export function policyFor({ scripts, styles, beside }: Allowed): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [...scripts.map(hashOf), ...(beside['script-src'] ?? []), "'wasm-unsafe-eval'"],
    'worker-src': ['blob:'],
    'style-src': styles.map(hashOf),
    ...Object.fromEntries(Object.entries(beside).filter(([name]) => name !== 'script-src')),
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['amparo'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Inside a script element these would end it, or hide its end; inside a string or pattern of the script the escape changes nothing. */
export function harmless(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}
