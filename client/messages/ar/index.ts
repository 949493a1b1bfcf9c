import type { Catalogue } from '../catalogue.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { script } from './script.ts';

/** Modern Standard Arabic. */
export const ar: Catalogue = { page, questions, script };
