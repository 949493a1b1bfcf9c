/** Embeddings, overrides and isolates: they could make words of a text, or those around it, read in another order than they stand. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text of somebody else without marks that move other words about. Marks for one letter's neighbours stay: Arabic needs them. */
export function withoutTurns(text: string): string {
  return text.replace(DIRECTION_CONTROLS, '');
}
