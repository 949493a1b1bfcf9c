import type { Catalogue } from '../catalogue.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { script } from './script.ts';

/** Simplified Chinese. */
export const zhHans: Catalogue = { page, questions, script };
