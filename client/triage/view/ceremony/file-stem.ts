import { FileNames } from '../../../shared/file-names.ts';

/** "Case worker" keeps its key in `case-worker.key`. */
export function fileStem(name: string): string {
  const words = name
    .toLowerCase()
    .trim()
    .replace(/[\s/\\]+/g, '-');
  return new FileNames().take(words, 0).name;
}
