import { inertLines } from '../../shared/inert.ts';

/** What a spreadsheet holds in one cell; some carry on in a new one behind it. */
export const CELL_CHARACTERS_MAX = 32_767;

/** Signs with which a formula begins, in every width and form that a program may fold to them, and the minus of mathematics. */
const SIGN = '=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋\u2212';
/**
 * The start of a cell: of this one, or of one that a program sees which takes another sign for the separator, or does not know quotes.
 * What it may strip before it looks stands in between.
 */
const START_OF_FORMULA = new RegExp(
  `((?:^|[,;|\\n])[\\s"'“”„«»\`\\p{Default_Ignorable_Code_Point}]*)(?=[${SIGN}])`,
  'gu',
);

/**
 * One field by RFC 4180, which no program that opens the file takes for a formula (OWASP, CSV Injection): always in quotes, quotes doubled,
 * an apostrophe before what could begin one. Tabs become spaces, and what could act or hide is made visible. What is exact is the JSON.
 */
export function csvCell(text: string, cut: string): string {
  const plain = inertLines(text).join('\n').replaceAll('\t', ' ');
  const harmless = shortened(plain.replace(/^\n/, "'\n").replace(START_OF_FORMULA, "$1'"), cut);
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function csvRow(cells: readonly string[], cut: string): string {
  return `${cells.map((cell) => csvCell(cell, cut)).join(',')}\r\n`;
}

function shortened(text: string, cut: string): string {
  if (text.length <= CELL_CHARACTERS_MAX) return text;
  return `${text.slice(0, CELL_CHARACTERS_MAX - cut.length - 1).toWellFormed()} ${cut}`;
}
