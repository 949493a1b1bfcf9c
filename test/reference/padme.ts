// SPEC, Evidence: the number of cells.
const CELL_PLAINTEXT_BYTES = 1_048_320;

export function cellsFor(totalBytes: number): number {
  return padme(Math.max(1, Math.ceil(totalBytes / CELL_PLAINTEXT_BYTES)));
}

export function padme(n: number): number {
  if (n === 1) return 1;
  const e = floorLog2(n);
  const s = floorLog2(e) + 1;
  if (e <= s) return n;
  const unit = 2 ** (e - s);
  return Math.ceil(n / unit) * unit;
}

function floorLog2(n: number): number {
  let log = 0;
  while (2 ** (log + 1) <= n) log++;
  return log;
}
