import {
  challengeSchema,
  encodeWork,
  EVIDENCE_HEADER,
  LETTER_TYPE,
  NOTE_HEADER,
  parse,
  PATHS,
  reportAnswerSchema,
  toBase64,
  WORK_HEADER,
  type Letter,
  type Note,
  type ReportAnswer,
  type Work,
} from '../../crypto/index.ts';

import { problemCodeIn, SendError } from './failure.ts';
import { fetchPatiently, jsonOf } from './fetch-patiently.ts';
import type { Step } from './messages.ts';
import { solve } from './work.ts';

/** A server that restarts forgets its challenges; one that refuses this often is at fault itself. */
export const WORK_TRIES = 3;
const SOLVE_WITHIN_MS = 15 * 60_000; // challenges live for twenty minutes

export type OnStep = (step: Step) => void;

/** Fetches a challenge and solves it. Costs a device about a second, or minutes while the server is flooded. */
export async function doWork(onStep: OnStep): Promise<Work> {
  const response = await fetchPatiently(PATHS.work, {}, () => {
    onStep('waiting');
  });
  const challenge = parse(challengeSchema, await jsonOf(response), 'encoding-invalid');
  return { challenge, solution: await solve(challenge.parameters, SOLVE_WITHIN_MS) };
}

/** What has to be done before a letter may name its evidence: look what the server lacks of it, or upload it all anew. */
export type EvidenceRemedy = 'complete' | 'start-over';

/** The server has not all of the named upload, or an earlier letter of this report has it. */
export class EvidenceLost extends SendError {
  readonly remedy: EvidenceRemedy;

  constructor(remedy: EvidenceRemedy) {
    super('server-busy');
    this.remedy = remedy;
  }
}

const REMEDIES: Readonly<Record<string, EvidenceRemedy>> = {
  'evidence-incomplete': 'complete',
  'evidence-not-found': 'start-over',
  'evidence-taken': 'start-over',
};

export interface Post {
  readonly letter: Letter;
  /** What the log is to show of it. */
  readonly note: Note;
  /** The upload that belongs to it. */
  readonly uploadId: string | null;
}

/**
 * Posts a letter until the server says that it is stored. Sending the same letter twice stores it once. Throws {@link EvidenceLost}.
 */
export async function postLetter(post: Post, firstWork: Work, onStep: OnStep): Promise<ReportAnswer> {
  let work = firstWork;
  for (let tries = 1; ; tries += 1) {
    onStep('sending');
    const response = await fetchPatiently(PATHS.reports, request(post, work), () => {
      onStep('waiting');
    });
    const problem = response.ok ? undefined : await problemCodeOf(response);
    const remedy = problem === undefined ? undefined : REMEDIES[problem];
    if (remedy !== undefined) throw new EvidenceLost(remedy);
    if (tries >= WORK_TRIES || problem?.startsWith('work-') !== true) {
      return parse(reportAnswerSchema, await jsonOf(response), 'encoding-invalid');
    }
    onStep('working');
    work = await doWork(onStep);
  }
}

export async function problemCodeOf(response: Response): Promise<string | undefined> {
  return problemCodeIn(
    await response
      .clone()
      .json()
      .catch(() => undefined),
  );
}

function request({ letter, note, uploadId }: Post, work: Work): RequestInit {
  return {
    method: 'POST',
    headers: {
      'Content-Type': LETTER_TYPE,
      [WORK_HEADER]: encodeWork(work),
      [NOTE_HEADER]: toBase64(note),
      ...(uploadId !== null && { [EVIDENCE_HEADER]: uploadId }),
    },
    body: letter,
  };
}
