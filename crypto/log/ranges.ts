/** Leaves `begin` to `end` - 1 of a tree. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/** A subtree without gaps: the 2^height leaves from `index` * 2^height on. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** The largest power of two that is less than `size`, where RFC 6962 cuts a tree of more than one leaf in two. */
function halfOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The subtrees that make up a range whose begin is a multiple of a power of two no smaller than its length; largest first. */
export function subtreesOf({ begin, end }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let from = begin; from < end;) {
    let height = 0;
    while (2 ** (height + 1) <= end - from) height += 1;
    subtrees.push({ height, index: from / 2 ** height });
    from += 2 ** height;
  }
  return subtrees;
}

/** PATH of RFC 6962, section 2.1.1: what stands beside the way from leaf `index` up to the root; nearest the leaf first. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + halfOf(end - begin);
    if (index < middle) {
      ranges.unshift({ begin: middle, end });
      end = middle;
    } else {
      ranges.unshift({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges;
}

/** PROOF of RFC 6962, section 2.1.2: what shows that the tree of `size` leaves begins with that of `old`. */
export function consistencyRanges(old: number, size: number): Range[] {
  if (old === 0 || old === size) return [];
  const ranges: Range[] = [];
  let [begin, end] = [0, size];
  let isWhole = true; // whether the old tree is, so far, a whole left part whose root the verifier knows
  while (end !== old) {
    const middle = begin + halfOf(end - begin);
    if (old <= middle) {
      ranges.unshift({ begin: middle, end });
      end = middle;
    } else {
      ranges.unshift({ begin, end: middle });
      begin = middle;
      isWhole = false;
    }
  }
  return isWhole ? ranges : [{ begin, end }, ...ranges];
}
