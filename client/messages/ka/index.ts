import type { Catalogue } from '../catalogue.ts';
import { code } from './code.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { returning } from './return.ts';
import { script } from './script.ts';

/** Georgian. */
export const ka: Catalogue = { code, page, questions, returning, script };
