/** One rule for what is shown of strangers' text, here and on the reviewers' page. */
export { inert, inertLines } from '../../client/shared/inert.ts';
