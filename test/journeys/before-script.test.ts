import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startSite } from './running-site.ts';
import { inEachBrowser, press, visit } from './site.ts';

inEachBrowser((browser) => {
  test('what is answered and pressed before the script has come goes nowhere', async () => {
    const site = await startSite();
    await site.stop();
    const script = join(site.folder, 'pages/assets/form.js');
    for (const sibling of ['br', 'gz']) await rm(`${script}.${sibling}`);
    await writeFile(script, '');
    await site.start();

    const { page, requested } = await visit(browser, `${site.url}/en/`);
    await press(page, 'input[name=danger][value=now]');
    await press(page, '#next');
    expect(await page.evaluate(() => location.href)).toBe(`${site.url}/en/`);
    expect(requested.filter((address) => address.includes('?'))).toEqual([]);
    expect(await page.$eval('input[name=danger][value=now]', (choice) => choice.checked)).toBe(true);
  });
});
