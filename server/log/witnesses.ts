import {
  formatNote,
  makeConsistencyProof,
  NOTE_CHARACTERS_MAX,
  NOTE_COSIGNATURE,
  openCosignatures,
  parseSignature,
  signaturesOf,
  WITNESS_PATH,
  WITNESS_SIZE_TYPE,
  witnessRequest,
  type NoteKey,
  type NoteSignature,
  type SignedCheckpoint,
  type TileReader,
} from '../../crypto/index.ts';

import { nodeSha256 } from './sha256.ts';

/** Somebody else's server that watches this log by C2SP tlog-witness. */
export interface Witness extends NoteKey {
  readonly url: string;
}

const SIZE_ANSWER = /^(0|[1-9]\d{0,15})\n$/;

/** Why there is no cosignature; for the operator, so without anything that a witness wrote. */
export class WitnessSilent extends Error {
  override readonly name = 'WitnessSilent';
}

/**
 * Asks a witness to cosign a checkpoint; `known` is the size that it is thought to have seen last. Gives a cosignature that holds. Throws
 * {@link WitnessSilent}.
 */
export async function askWitness(
  witness: Witness,
  checkpoint: SignedCheckpoint,
  tiles: TileReader,
  known: number,
  signal: AbortSignal,
): Promise<NoteSignature> {
  const first = await submit(witness, checkpoint, tiles, known, signal);
  const answer = 'size' in first ? await submitAgain(witness, checkpoint, tiles, first.size, signal) : first;
  const note = { text: checkpoint.note.text, signatures: answer.signatures };
  const found = await openCosignatures(note, [witness]).catch(() => []);
  const [cosignature] = await signaturesOf(note, witness, NOTE_COSIGNATURE);
  if (found.length === 0 || cosignature === undefined) {
    throw new WitnessSilent('its answer holds no cosignature by its key');
  }
  return cosignature;
}

async function submitAgain(...args: Parameters<typeof submit>): Promise<{ signatures: NoteSignature[] }> {
  const answer = await submit(...args);
  if ('size' in answer) throw new WitnessSilent('it knows another size of the log each time');
  return answer;
}

type Answer = { readonly size: number } | { readonly signatures: NoteSignature[] };

async function submit(
  { url }: Witness,
  checkpoint: SignedCheckpoint,
  tiles: TileReader,
  known: number,
  signal: AbortSignal,
): Promise<Answer> {
  if (known > checkpoint.size) throw new WitnessSilent('it has seen a longer log than this: was an old copy restored?');
  const proof = await makeConsistencyProof(known, checkpoint.size, tiles.subtree, nodeSha256);
  const body = witnessRequest(known, proof, formatNote(checkpoint.note));
  const target = `${url.replace(/\/$/, '')}/${WITNESS_PATH}`;
  const response = await fetch(target, { method: 'POST', body, signal, redirect: 'error' }).catch(silent);
  const text = await textOf(response).catch(silent);
  if (response.status === 409 && response.headers.get('Content-Type') === WITNESS_SIZE_TYPE) {
    const [, size] = SIZE_ANSWER.exec(text) ?? [];
    if (size !== undefined && Number(size) !== known) return { size: Number(size) };
  }
  if (response.status !== 200) throw new WitnessSilent(`it answered ${String(response.status)}`);
  try {
    return { signatures: text.split('\n').filter(Boolean).map(parseSignature) };
  } catch {
    throw new WitnessSilent('its answer is not one of signatures');
  }
}

/** Lost lines, time that is up, and a stop are all one to the operator. */
function silent(): never {
  throw new WitnessSilent('no answer in time');
}

/** Not more than a note may have. */
async function textOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > NOTE_CHARACTERS_MAX) throw new WitnessSilent('its answer is too long');
  }
  return text;
}
