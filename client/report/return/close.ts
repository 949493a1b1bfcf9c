import { CLOSING_TYPE, encodeWork, PATHS, signClosing, WORK_HEADER, type Case } from '../../../crypto/index.ts';

import { fetchPatiently, jsonOf } from '../fetch-patiently.ts';
import { doWork, problemCodeOf, WORK_TRIES, type OnStep } from '../send.ts';

/** Has the server empty a mailbox for good. Doing it twice does no harm. Throws `SendError`. */
export async function closeMailbox(of: Case, onStep: OnStep): Promise<void> {
  const body = await signClosing(of);
  for (let tries = 1; ; tries += 1) {
    onStep('working');
    const headers = { 'Content-Type': CLOSING_TYPE, [WORK_HEADER]: encodeWork(await doWork(onStep)) };
    onStep('sending');
    const response = await fetchPatiently(PATHS.closedMailboxes, { method: 'POST', headers, body }, () => {
      onStep('waiting');
    });
    if (response.status === 204) return;
    const problem = await problemCodeOf(response);
    if (tries >= WORK_TRIES || problem?.startsWith('work-') !== true) {
      await jsonOf(response); // throws for what is no answer of ours
      return;
    }
  }
}
