import type { Catalogue } from '../catalogue.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { script } from './script.ts';

/** Norwegian Bokmål. */
export const nb: Catalogue = { page, questions, script };
