import type { Gap } from '../../../crypto/index.ts';
import type { Identity, JournalContent, JournalEntry, Minute, ReportTag } from '../desk/journal-types.ts';
import type { Standing } from '../desk/newcomers.ts';
import type { Call, Failure } from './line.ts';
import type { Person } from './triage-calls.ts';

/** A colleague who showed that the letter addresses them, and asks for one's share. */
export interface ShownAsk {
  readonly by: Identity;
  readonly at: Minute;
  /** When this reviewer released their share to them. */
  readonly releasedAt: Minute | null;
}

/** A letter that several open together. */
export interface ShownShared {
  readonly letter: string;
  readonly day: string | null;
  readonly threshold: number;
  /** Whose shares are here, one's own among them. */
  readonly shares: readonly Identity[];
  /** Who gave a share that is not of this letter. */
  readonly falseFrom: readonly Identity[];
  /** When this reviewer asked. */
  readonly askedAt: Minute | null;
  readonly asks: readonly ShownAsk[];
  /** To whom this reviewer released their share, asked or not. */
  readonly releasedTo: readonly { readonly to: Identity; readonly at: Minute }[];
  /** One's own code, to read out. */
  readonly code: string;
  /** Why it does not open though enough shares are here. */
  readonly failure: Failure | null;
  /** The report, once it is open. */
  readonly tag: ReportTag | null;
}

export interface SharedFacts {
  readonly letters: readonly ShownShared[];
  /** Who can be asked, and to whom a share can be released: all but oneself. */
  readonly colleagues: readonly Person[];
}

/** A colleague, and which reports may be given to them. */
export interface Newcomer extends Person, Standing {
  readonly open: number;
  readonly given: number;
  readonly later: number;
  readonly naming: number;
  readonly recused: number;
}

/** What an author's entries tell of themselves. */
export interface ShownChain {
  readonly author: Identity;
  /** `null`: no list that is known here names them. */
  readonly name: string | null;
  readonly isListed: boolean;
  readonly entries: number;
  readonly lastAt: Minute;
  readonly gaps: readonly Gap[];
  readonly forks: readonly number[];
  readonly broken: readonly number[];
}

export interface TeamFacts {
  readonly chains: readonly ShownChain[];
  /** Statements signed by nobody whom a list names. */
  readonly unplaced: number;
  /** Statements that were not believed since the page was unlocked, by the reason. */
  readonly refused: readonly { readonly failure: Failure; readonly count: number }[];
  /** Shares and keys that turned out to be false, and who gave them. */
  readonly falseGiven: readonly {
    readonly from: Identity;
    readonly letter: string;
    readonly kind: 'release' | 'grant';
  }[];
  readonly newcomers: readonly Newcomer[];
  /** What colleagues gave and that waits for its bundle. */
  readonly given: readonly { readonly from: Identity; readonly letters: number }[];
}

export interface TrailAsked {
  readonly author: Identity | null;
  readonly about: ReportTag | null;
}

export interface TrailEntry {
  readonly entry: JournalEntry;
  /** The letter of the report that it is about, where that is here. */
  readonly letter: string | null;
  /** Of the report that it links to. */
  readonly otherLetter: string | null;
  /** Its author gave the same number to another entry. */
  readonly isTwin: boolean;
  /** What the entries had added that it takes back. */
  readonly removed: readonly JournalContent[];
}

export interface TrailPage {
  readonly total: number;
  /** The newest first. */
  readonly entries: readonly TrailEntry[];
}

export interface Verified {
  readonly entries: number;
  /** Ids of those whose signature does not hold. */
  readonly bad: readonly string[];
}

/** What reviewers do together, and what each of them wrote. */
export interface TeamCalls {
  shared: Call<null, SharedFacts>;
  askColleagues: Call<readonly string[], null>;
  releaseToAsker: Call<{ readonly letter: string; readonly to: Identity }, null>;
  releaseByCode: Call<{ readonly letter: string; readonly to: Identity; readonly code: string }, null>;
  team: Call<null, TeamFacts>;
  /** Gives the reports that came before them; how many. */
  give: Call<Identity, number>;
  trail: Call<TrailAsked & { readonly from: number; readonly count: number }, TrailPage>;
  /** The statements, one a line, as they were signed. */
  trailFile: Call<TrailAsked, Blob>;
  verifyTrail: Call<TrailAsked, Verified>;
}
