import type { CeremonyCalls } from './ceremony-calls.ts';
import type { EvidenceCalls } from './evidence-calls.ts';
import type { ExportCalls } from './export-calls.ts';
import type { KeepingCalls } from './keeping-calls.ts';
import type { OpeningCalls } from './opening-calls.ts';
import type { OutboxCalls } from './outbox-calls.ts';
import type { ReadingCalls } from './reading-calls.ts';
import type { ReplyCalls } from './reply-calls.ts';
import type { TeamCalls } from './team-calls.ts';
import type { TriageCalls } from './triage-calls.ts';
import type { UnlockCalls } from './unlock-calls.ts';

/** All that the page asks of the worker that holds the secrets. A new kind of work is an interface of its own, and a line here. */
export interface DeskCalls
  extends
    UnlockCalls,
    OpeningCalls,
    ReadingCalls,
    EvidenceCalls,
    KeepingCalls,
    TriageCalls,
    ReplyCalls,
    OutboxCalls,
    TeamCalls,
    ExportCalls,
    CeremonyCalls {}
