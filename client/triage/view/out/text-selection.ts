import type { Range } from '../../export/folding.ts';

/** What the browser says is selected, told in places of the text that was sent; and the other way round. */
const START = 'start';
const END = 'end';
const NAMED = 'named';

/** What an element needs that shows a stretch of a text. */
export function placeOf({ start, end }: Range, isNamed: boolean) {
  return { 'data-start': start, 'data-end': end, ...(isNamed && { 'data-named': true }) };
}

/** `null` where nothing within the element is selected, or more than it. */
export function selectedIn(element: HTMLElement): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const start = textPlace(element, range.startContainer, range.startOffset, 'start');
  const end = textPlace(element, range.endContainer, range.endOffset, 'end');
  return end > start ? { start, end } : null;
}

export function select(element: HTMLElement, { start, end }: Range): void {
  const from = pagePlace(element, start, 'start');
  const to = pagePlace(element, end, 'end');
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function textPlace(element: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number {
  const holder = node.parentElement?.closest<HTMLElement>(`[data-${START}]`);
  if (node instanceof Text && holder && element.contains(holder)) {
    if (holder.dataset[NAMED] !== undefined) return numberOf(holder, edge === 'start' ? START : END);
    return Math.min(numberOf(holder, START) + offset, numberOf(holder, END));
  }
  // Between two stretches: where the one after begins.
  const pieces = piecesOf(element);
  const next = pieces.find((piece) => isAtOrAfter(piece, node, offset));
  return next ? numberOf(next, START) : numberOf(pieces.at(-1), END);
}

function isAtOrAfter(piece: HTMLElement, node: Node, offset: number): boolean {
  const point = document.createRange();
  point.setStart(node, offset);
  return point.comparePoint(piece, 0) >= 0;
}

function pagePlace(element: HTMLElement, at: number, edge: 'start' | 'end'): { node: Node; offset: number } | null {
  const piece = piecesOf(element).find((each) =>
    edge === 'start' ? numberOf(each, END) > at : numberOf(each, END) >= at,
  );
  const node = piece?.firstChild;
  if (!piece || !node) return null;
  const length = node.textContent?.length ?? 0;
  if (piece.dataset[NAMED] !== undefined) return { node, offset: edge === 'start' ? 0 : length };
  return { node, offset: Math.max(0, Math.min(at - numberOf(piece, START), length)) };
}

function piecesOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(`[data-${START}]`)];
}

function numberOf(piece: HTMLElement | undefined, name: string): number {
  return Number(piece?.dataset[name] ?? 0);
}
