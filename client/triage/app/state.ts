import type { ExportAsked } from '../calls/export-calls.ts';
import type { Failure } from '../calls/line.ts';
import type { OutboxFacts } from '../calls/outbox-calls.ts';
import type { OfficeFacts, OpeningProgress, OpeningSummary } from '../calls/opening-calls.ts';
import type { Changed } from '../calls/page-calls.ts';
import type { ListFacts, ReadReport } from '../calls/reading-calls.ts';
import type { DeskChoices, ShownSuggestion, ShownTriage } from '../calls/triage-calls.ts';
import type { Unlocked, UnlockStep } from '../calls/unlock-calls.ts';
import type { Filter } from '../desk/filters.ts';
import type { Order } from '../desk/finder.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import type { ExportLanguageTag } from '../export/languages.ts';
import type { ShownLeaving } from '../export/leaving.ts';
import type { Publication } from '../export/statistics.ts';
import type { LanguageTag } from '../messages/index.ts';

/** What is chosen to unlock with, and what is kept sealed while the page is locked. Nothing in it is secret. */
export interface Chosen {
  readonly keyFile: { readonly file: Blob; readonly owner: string } | null;
  readonly casebook: { readonly file: Blob; readonly name: string } | null;
  /** The casebook was sealed when the page locked itself, and is in no file yet. */
  readonly isUnsaved: boolean;
  /** To be opened once the page is unlocked. */
  readonly bundles: readonly File[];
}

export interface Settings {
  /** Minutes without a touch after which the page locks. */
  readonly idleMinutes: number;
  /** Whether single letters are shortcuts: not for those who speak to their computer (WCAG 2.1.4). */
  readonly hasLetterKeys: boolean;
}

export interface Opening {
  readonly progress: OpeningProgress;
  readonly cancel: () => void;
  readonly isCancelling: boolean;
}

/** A message that stays until it is closed or replaced. `key` names its text; the places are filled in. */
export interface Notice {
  readonly tone: 'good' | 'warning';
  readonly text: NoticeText;
}
export type NoticeText =
  | { readonly kind: 'opened'; readonly summary: OpeningSummary }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly of?: string }
  | { readonly kind: 'saved'; readonly name: string; readonly isDownload: boolean }
  | { readonly kind: 'merged'; readonly reports: number; readonly isOlder: boolean }
  | { readonly kind: 'damaged-casebook'; readonly reports: number }
  | { readonly kind: 'passphrase-changed' }
  | { readonly kind: 'nothing-to-open'; readonly name: string };

/** What takes the place of the reports while something is made to leave. */
export type Out =
  | { readonly kind: 'figures' }
  | {
      readonly kind: 'export';
      readonly asked: ExportAsked;
      /** Which of them is being marked. */
      readonly marking: ReportTag | null;
    };

/** What stands on the page alone, to be printed. */
export interface Sheet {
  readonly language: ExportLanguageTag;
  readonly content:
    | { readonly kind: 'reports'; readonly reports: readonly ShownLeaving[] }
    | { readonly kind: 'figures'; readonly publication: Publication; readonly office: string };
}

export type DialogName =
  | 'settings'
  | 'shortcuts'
  | 'unopened'
  | 'office'
  | 'passphrase'
  | 'merge'
  | 'waiting'
  | 'team'
  | 'trail'
  | 'outbox'
  | 'office-settings';

/** The steps of the key ceremony that do something. */
export type CeremonyStep = 'newKey' | 'newMonth' | 'toPaper' | 'fromPaper' | 'compare' | 'drill' | 'sign' | 'lost';

/** Of the key ceremony, which is held while the page is locked. */
export interface Ceremony {
  /** `null`: the list of steps. */
  readonly step: CeremonyStep | null;
  /** Names of files that were made and are not saved yet. */
  readonly unsaved: readonly string[];
  /** What leaving would lose is to be confirmed: where to, once it is. */
  readonly leavingTo: 'steps' | 'unlock' | null;
  readonly wasIdle: boolean;
}

export interface State {
  readonly language: LanguageTag;
  readonly settings: Settings;
  readonly chosen: Chosen;
  readonly unlocking: UnlockStep | null;
  readonly unlockFailure: Failure | null;
  /** Whether the casebook has another pass phrase than the key file. */
  readonly asksCasebookPassphrase: boolean;
  readonly ceremony: Ceremony | null;
  readonly session: Unlocked | null;
  readonly office: OfficeFacts | null;
  readonly changed: Changed;
  readonly list: ListFacts;
  /** Counts up whenever rows may be others than those shown. */
  readonly rowsVersion: number;
  readonly selected: ReportTag | null;
  readonly selectedAt: number;
  readonly report: ReadReport | null;
  /** What was decided about the report that is open. */
  readonly triage: ShownTriage | null;
  /** Of the report that is open; `null`: nobody asked for them yet. */
  readonly suggestions: readonly ShownSuggestion[] | 'looking' | null;
  readonly choices: DeskChoices | null;
  /** What waits to be sent; `null`: not looked at yet. */
  readonly outbox: OutboxFacts | null;
  readonly filter: Filter;
  readonly order: Order;
  /** What just changed, for whoever hears the page. */
  readonly said: string;
  /** On a narrow screen list and report take turns. */
  readonly isReading: boolean;
  readonly opening: Opening | null;
  readonly isSaving: boolean;
  /** The casebook's file, where the page can write to it by itself. */
  readonly fileName: string | null;
  readonly asksToSave: boolean;
  readonly locksSoon: boolean;
  readonly out: Out | null;
  readonly sheet: Sheet | null;
  readonly dialog: DialogName | null;
  readonly notice: Notice | null;
  /** A casebook that waits for its pass phrase, to be merged. */
  readonly toMerge: File | null;
}

export const NO_FILES: Chosen = { keyFile: null, casebook: null, isUnsaved: false, bundles: [] };

/** A page that nobody has unlocked: what was chosen before stays, and nothing that was read. */
export function lockedState(): Omit<State, 'language' | 'settings' | 'chosen'> {
  return {
    unlocking: null,
    unlockFailure: null,
    asksCasebookPassphrase: false,
    ceremony: null,
    session: null,
    office: null,
    changed: { changes: 0, isSaved: true, reports: 0, unopened: 0, waiting: 0, asks: 0, given: 0, hasForks: false },
    list: { total: 0, shown: 0, unread: 0, waiting: 0, at: null },
    rowsVersion: 0,
    selected: null,
    selectedAt: -1,
    report: null,
    triage: null,
    suggestions: null,
    choices: null,
    outbox: null,
    filter: {},
    order: 'newest',
    said: '',
    isReading: false,
    opening: null,
    isSaving: false,
    fileName: null,
    asksToSave: false,
    locksSoon: false,
    out: null,
    sheet: null,
    dialog: null,
    notice: null,
    toMerge: null,
  };
}
