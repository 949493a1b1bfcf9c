import {
  FILE_NAME_CHARACTERS_MAX,
  FILE_TYPE_CHARACTERS_MAX,
  NOTE_CHARACTERS_MAX,
  type EvidenceFile,
} from '../../../crypto/index.ts';

/** A file that the reporter attached. */
export interface EvidenceItem {
  /** The page's own name for it; no two have the same. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content: Blob;
  readonly note?: string;
  /** This recording tells the story. */
  readonly story?: true;
}

/** `changed`: it is not what it was, or cannot be read. `too-large`: more than one report can carry, in files or in bytes. */
export type WhyItemFailed = 'vanished' | 'changed' | 'too-large';

/** Thrown where an item is read. */
export class ItemFault extends Error {
  override readonly name = 'ItemFault';
  readonly ids: readonly string[];
  readonly why: WhyItemFailed;

  constructor(ids: readonly string[], why: WhyItemFailed) {
    super(why);
    this.ids = ids;
    this.why = why;
  }
}

const NAMELESS = 'file';

/** What the report says of an item, in a form that no name or note can spoil. */
export function fileOf({ name, type, content, note, story }: EvidenceItem): Omit<EvidenceFile, 'offset'> {
  return {
    name: cut(name, FILE_NAME_CHARACTERS_MAX) || NAMELESS,
    type: cut(type, FILE_TYPE_CHARACTERS_MAX),
    size: content.size,
    ...(note !== undefined && { note: cut(note, NOTE_CHARACTERS_MAX) }),
    ...(story && { story }),
  };
}

/** Half a character, as cutting may leave it, becomes U+FFFD, as does one that was half before. */
function cut(text: string, max: number): string {
  return text.slice(0, max).toWellFormed();
}
