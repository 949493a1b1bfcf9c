/** The protocol's limits that the page itself shows (crypto/report.ts); a test holds them equal. The page's script carries no protocol code. */
export const STORY_CHARACTERS_MAX = 100_000;
export const TEXT_CHARACTERS_MAX = 10_000;
export const LINE_CHARACTERS_MAX = 500;
export const FILES_MAX = 500;
export const FILE_NAME_CHARACTERS_MAX = 255;
