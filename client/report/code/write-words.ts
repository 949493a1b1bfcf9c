/** Loaded together with a list of words, where the language has one. */
export { codeWords } from '../../../crypto/index.ts';
