import type { Page } from 'puppeteer-core';

/** Keeps what the page offers for saving, which a test could not read from an address that only the browser knows. */
export async function keepBlobs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const made: Blob[] = [];
    (globalThis as unknown as { made: Blob[] }).made = made;
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return create(blob);
    };
  });
}

/** The last of what was kept. */
export async function lastBlob(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { made } = globalThis as unknown as { made: Blob[] };
        const reader = new FileReader();
        reader.onload = () => {
          resolve((reader.result as string).split(',')[1] ?? '');
        };
        reader.readAsDataURL(made.at(-1) ?? new Blob());
      }),
  );
  return Buffer.from(base64, 'base64');
}
