import { utf8 } from '../../crypto/index.ts';

const NAME_BYTES_MAX = 200; // file systems take 255; a number and a suffix must fit as well
const EXTENSION_BYTES_MAX = 16;

/** Controls, half characters, direction marks and other format characters, odd separators; joiners are part of words. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;
/** Letters of words that cannot be seen alone: fillers, joiners, variation marks. */
const SHOWS_NOTHING = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;
/** What Windows and its shells take for something else. */
const FORBIDDEN = /[<>:"|?*]/g;
/** Windows drops these, and then takes the name for another. */
const DROPPED_AT_END = /[. ]+$/;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;

export type Renamed = 'escapes' | 'unsafe' | 'taken';

export interface SafeName {
  /** A single path component that is the same file on every system. */
  readonly name: string;
  /** Why it is not the name that was sent. */
  readonly renamed?: Renamed;
}

/** Gives each file of a report a name that cannot leave its folder, hide what it is, or meet another one's. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** `index` counts the report's files from 0 and names those whose own name is refused. */
  take(sent: string, index: number): SafeName {
    const isEscape = /[/\\]/.test(sent) || /^\.{0,2}$/.test(sent.trim());
    const safe = isEscape ? `file-${String(index + 1)}${plainExtension(sent)}` : safeName(sent, index);
    const name = this.#free(safe);
    if (isEscape) return { name, renamed: 'escapes' };
    if (safe !== sent) return { name, renamed: 'unsafe' };
    return name === sent ? { name } : { name, renamed: 'taken' };
  }

  /** A name for what could not be opened whole. */
  takeDamaged(name: string): string {
    return this.#free(`${name}.damaged`);
  }

  /** Disks that ignore case, or the way an accent is written, must not merge two files. */
  #free(name: string): string {
    const { stem, extension } = split(name);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${stem} (${String(number)})${extension}`;
      const folded = candidate.normalize('NFKC').toLowerCase();
      if (this.#taken.has(folded)) continue;
      this.#taken.add(folded);
      return candidate;
    }
  }
}

function safeName(sent: string, index: number): string {
  const visible = sent.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '_');
  const trimmed = visible.trim().replace(DROPPED_AT_END, '');
  const named = SHOWS_NOTHING.test(trimmed) ? `file-${String(index + 1)}` : trimmed;
  // A leading dot hides a file, a leading dash turns it into an option, a device name opens the device.
  const harmless = /^[.\-~]/.test(named) || RESERVED.test(named) ? `_${named}` : named;
  return shortened(harmless);
}

function shortened(name: string): string {
  if (bytesOf(name) <= NAME_BYTES_MAX) return name;
  const { stem, extension } = split(name);
  const kept = bytesOf(extension) <= EXTENSION_BYTES_MAX ? extension : '';
  let short = '';
  let room = NAME_BYTES_MAX - bytesOf(kept);
  for (const character of kept === '' ? name : stem) {
    room -= bytesOf(character);
    if (room < 0) break;
    short += character;
  }
  return short.replace(DROPPED_AT_END, '') + kept;
}

function split(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), extension: name.slice(dot) } : { stem: name, extension: '' };
}

function plainExtension(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
}

function bytesOf(text: string): number {
  return utf8(text).length;
}
