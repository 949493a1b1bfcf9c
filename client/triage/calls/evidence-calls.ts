import type { ReportTag } from '../desk/journal-types.ts';
import type { Call } from './line.ts';

/** What a file is by its first bytes; what it calls itself is not believed. */
export type ShownAs = 'image' | 'audio' | 'video' | 'text' | 'nothing';

export interface EvidenceAsked {
  readonly tag: ReportTag;
  /** Which of the report's files, from 0. */
  readonly file: number;
}

export interface OpenedFile {
  /** Its bytes, as a type that no browser acts on. */
  readonly file: Blob;
  /** Hex. */
  readonly sha256: string;
  readonly shownAs: ShownAs;
  /** What a frame without script shows of it: a page of our own with the file inside. `null` where it is too large for that. */
  readonly frame: Blob | null;
  /** What it says, where it is text: the beginning, and whether there is more. */
  readonly text: { readonly start: string; readonly isWhole: boolean } | null;
  readonly mime: string;
}

export interface EvidenceCalls {
  /** Progress is the share that is open, 0 to 1. */
  evidence: Call<EvidenceAsked, OpenedFile, number>;
}
