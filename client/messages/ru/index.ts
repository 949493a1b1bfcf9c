import type { Catalogue } from '../catalogue.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { returning } from './return.ts';
import { script } from './script.ts';

/** Russian. */
export const ru: Catalogue = { page, questions, returning, script };
