import { join } from 'node:path';

/** What the build bundles for the pages: beside the compiled scripts. */
export const ASSETS = join(import.meta.dirname, '../../assets');

/** What the build makes for pages in one file. */
export const INLINE = join(import.meta.dirname, '../../inline');

/** The reviewers' page, one file for every office. */
export const TRIAGE_PAGE = join(import.meta.dirname, '../../triage/triage.html');

/** The package, for its version. */
export const PACKAGE = join(import.meta.dirname, '../../../package.json');
