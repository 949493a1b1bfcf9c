import {
  EVIDENCE_HEADER,
  LETTER_TYPE,
  NOTE_HEADER,
  PATHS,
  reportAnswerSchema,
  toBase64,
  type Letter,
  type Note,
  type ReportAnswer,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { postWithWork } from './post-with-work.ts';
import { jsonOf, type ServerClient } from './server.ts';

/** What goes with a letter. */
export interface Enclosed {
  /** The id of the upload. */
  readonly evidence: string | null;
  /** `null` where the letter was sealed by somebody else, who gave none. */
  readonly note: Note | null;
}

/** Posts a letter until the server says that it is stored, and gives its answer. Sending the same letter twice stores it once. */
export async function postLetter(
  server: ServerClient,
  letter: Letter,
  { evidence, note }: Enclosed,
): Promise<ReportAnswer> {
  const response = await postWithWork(server, PATHS.reports, letter, {
    'Content-Type': LETTER_TYPE,
    ...(evidence !== null && { [EVIDENCE_HEADER]: evidence }),
    ...(note !== null && { [NOTE_HEADER]: toBase64(note) }),
  });
  const parsed = reportAnswerSchema.safeParse(await jsonOf(response));
  if (!parsed.success) throw new Failure('answer-malformed');
  return parsed.data;
}
