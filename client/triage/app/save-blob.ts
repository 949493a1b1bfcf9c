/** Long enough for a browser to have begun with it. */
const KEPT_MS = 60_000;

/** Has the browser save bytes as a file. */
export function saveBlob(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEPT_MS);
}
