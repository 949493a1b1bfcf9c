import type { Like } from '../../messages/index.ts';
import type { en } from './en.ts';

/** The texts of the reviewers' page in one language. A missing or foreign key fails the type check. */
export type Texts = Like<typeof en>;
