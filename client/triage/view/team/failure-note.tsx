import type { Failure } from '../../calls/line.ts';
import { useWords } from '../words.ts';

/** Read out when it comes. */
export function FailureNote({ failure }: { readonly failure: Failure | null }) {
  const words = useWords();
  return <div role="alert">{failure && <p class="note alarm">{words.failure(failure)}</p>}</div>;
}
