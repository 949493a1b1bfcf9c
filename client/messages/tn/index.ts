import type { Catalogue } from '../catalogue.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { script } from './script.ts';

/** Setswana. */
export const tn: Catalogue = { page, questions, script };
