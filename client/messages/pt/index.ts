import type { Catalogue } from '../catalogue.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { script } from './script.ts';

/** Portuguese. */
export const pt: Catalogue = { page, questions, script };
