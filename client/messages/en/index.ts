import { code } from './code.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { returning } from './return.ts';
import { script } from './script.ts';

/** English: defines which texts there are. */
export const en = { code, page, questions, returning, script };
