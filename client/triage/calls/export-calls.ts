import type { Filter } from '../desk/filters.ts';
import type { Order } from '../desk/finder.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import type { Range } from '../export/folding.ts';
import type { ExportLanguageTag } from '../export/languages.ts';
import type { ShownLeaving } from '../export/leaving.ts';
import type { Mark } from '../export/marks.ts';
import type { Part, PartText } from '../export/parts.ts';
import type { Month, Publication } from '../export/statistics.ts';
import type { Suggestion } from '../export/suggestions.ts';
import type { Call } from './line.ts';
import type { RelatedReport } from './reading-calls.ts';

/** Forms that are made as one file. */
export type FileForm = 'csv' | 'json' | 'htcds';
export type ExportForm = 'print' | FileForm | 'package';

export interface ExportAsked {
  readonly tags: readonly ReportTag[];
  readonly form: ExportForm;
  readonly language: ExportLanguageTag;
  /** Whether reviewers' notes leave too. */
  readonly notes: boolean;
  /** To whom it goes; may be empty. */
  readonly to: string;
}

/** A report of a selection, and how many marks it has. */
export interface SelectedReport extends RelatedReport {
  readonly marks: number;
}

export interface Selection {
  readonly reports: readonly SelectedReport[];
  /** Left out: whoever exports has taken themself off them. */
  readonly recused: number;
}

export interface ShownPartText extends PartText {
  /** What of it will not leave. */
  readonly out: readonly Range[];
}

export interface ShownPart extends Part {
  readonly texts: readonly ShownPartText[];
  /** It is taken out as a whole. */
  readonly isOut: boolean;
}

export interface ShownMark {
  readonly mark: Mark;
  /** What it covers, in short. */
  readonly text: string;
  /** How often that stands in the report. */
  readonly places: number;
}

/** A report as it is marked. */
export interface Redaction {
  readonly tag: ReportTag;
  readonly letter: string;
  readonly parts: readonly ShownPart[];
  readonly marks: readonly ShownMark[];
  readonly suggestions: readonly Suggestion[];
}

/** What will leave: as it is printed, or the file's own text. */
export type Preview = {
  /** How many of the selection it shows, which are its first ones. */
  readonly shown: number;
  readonly of: number;
} & (
  | { readonly kind: 'reports'; readonly reports: readonly ShownLeaving[]; readonly files: readonly PackedPreview[] }
  | { readonly kind: 'text'; readonly text: string; readonly isWhole: boolean }
);

/** A file of an evidence package. */
export interface PackedPreview {
  readonly index: number;
  /** As it will be called. */
  readonly name: string;
  readonly bytes: number;
  readonly state: 'packed' | 'out' | 'not-at-hand';
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

export interface ExportedFile {
  readonly file: Blob;
  readonly name: string;
  /** Hex. */
  readonly sha256: string;
}

export interface BegunPackage {
  readonly id: number;
  readonly name: string;
  /** Of all files that go in. */
  readonly bytes: number;
}

export interface FiguresAsked {
  readonly from: Month;
  readonly to: Month;
}

export interface Figures {
  /** In which reports were taken in; `null` where no day of any is known. */
  readonly known: FiguresAsked | null;
  /** All numbers: for the office alone. */
  readonly office: Publication;
  /** Small numbers withheld. */
  readonly published: Publication;
  /** Reports that are not counted: whoever looks has taken themself off them. */
  readonly recused: number;
  /** Reports that are not counted: nobody knows when they came. */
  readonly undated: number;
}

export interface ExportCalls {
  /** All that a list shows. */
  shown: Call<{ readonly filter: Filter; readonly order: Order }, readonly ReportTag[]>;
  selection: Call<readonly ReportTag[], Selection>;
  /** In the words of the page's language. */
  redaction: Call<{ readonly tag: ReportTag; readonly language: string }, Redaction>;
  /** In place of all that the report had. Kept in the casebook. */
  setMarks: Call<{ readonly tag: ReportTag; readonly marks: readonly Mark[] }, null>;
  preview: Call<ExportAsked, Preview>;
  /** Noted in the journal before it is given out. */
  exportFile: Call<ExportAsked & { readonly form: FileForm }, ExportedFile, ExportProgress>;
  /** The same, for print. */
  printed: Call<ExportAsked, readonly ShownLeaving[]>;
  beginPackage: Call<ExportAsked, BegunPackage>;
  /** `null` after the last. A failure names the number of the file that is at fault in its detail, and ends the package. */
  nextPiece: Call<number, Uint8Array<ArrayBuffer> | null>;
  dropPackage: Call<number, null>;
  /** `null`: of all months. */
  figures: Call<FiguresAsked | null, Figures>;
}
