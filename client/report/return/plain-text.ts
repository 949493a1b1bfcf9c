/** Embeddings, overrides and isolates: they could make words of a reply, or those around it, read in another order than they stand. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text of somebody else without marks that move other words about. Marks for one letter's neighbours stay: Arabic needs them. */
export function inert(text: string): string {
  return text.replace(DIRECTION_CONTROLS, '');
}

/** For a sentence of ours: the name keeps its own direction, and turns nothing around it. */
export function isolatedName(name: string): string {
  return `\u2068${inert(name)}\u2069`;
}
