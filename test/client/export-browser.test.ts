import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';

import { leave } from '../../client/triage/export/leaving.ts';
import { PrintedReports } from '../../client/triage/export/printed-report.tsx';
import { PublishedStatistics } from '../../client/triage/export/published-statistics.tsx';
import { statistics, type CountedReport } from '../../client/triage/export/statistics.ts';
import { ACT, OFFICIAL, PURPOSE, STAGE } from '../../crypto/index.ts';
import { inEachBrowser, visit } from '../journeys/site.ts';
import { tempFolder } from '../server/helpers.ts';
import { findings, loadAxe } from './axe.ts';
import { deskReport, register, triage, wording } from './export/desk.ts';

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh-Hans'];
const PERIOD = { from: '2025-01', to: '2026-12' };

/** Enough of everything that every label of the questionnaire is drawn as a bar. */
const REPORTS: readonly CountedReport[] = Array.from({ length: 60 }, (_, i) => ({
  tag: String(i),
  day: i < 30 ? '2025-01-01' : i < 48 ? '2026-11-01' : '2026-12-01',
  caseLocator: null,
  report: {
    version: 1,
    story: 'x',
    ...{ stage: [...STAGE], act: [...ACT], official: [...OFFICIAL], purpose: [...PURPOSE] },
    route: { from: { country: 'BA' }, to: i < 30 ? { country: 'CD' } : {} },
  },
}));

/** A page as strict as the desk: whatever needs a style attribute or another file does not show. */
async function pageOf(tag: string, content: string): Promise<string> {
  const css = await readFile(join(import.meta.dirname, '../../client/triage/view/styles/exports.css'), 'utf8');
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(css))).toString('base64');
  const path = join(await tempFolder(), 'page.html');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
  await writeFile(
    path,
    `<!doctype html><html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>x</title>` +
      `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${css}</style></head>` +
      `<body><main>${content}</main></body></html>`,
  );
  return pathToFileURL(path).href;
}

function statisticsIn(tag: string): string {
  const publication = statistics(REPORTS, PERIOD);
  return renderToString(h(PublishedStatistics, { publication, wording: wording(tag), office: 'Office' }));
}

inEachBrowser((browser) => {
  test.each(browser === 'chromium' ? LANGUAGES : ['ar', 'en'])(
    'the charts in %s hold their words, and axe finds nothing',
    async (tag) => {
      const { page } = await visit(browser, await pageOf(tag, statisticsIn(tag)));
      const outside = await page.$$eval('svg text', (all) =>
        all.flatMap((text) => {
          const box = text.getBBox();
          const view = text.ownerSVGElement?.viewBox.baseVal ?? new DOMRect();
          const isInside =
            box.x >= view.x &&
            box.x + box.width <= view.x + view.width &&
            box.y >= 0 &&
            box.y + box.height <= view.height;
          return isInside
            ? []
            : [`${text.textContent} at ${String(Math.round(box.x))}, ${String(Math.round(box.width))} wide`];
        }),
      );
      expect(outside).toEqual([]);
      expect(await page.$$eval('svg', (all) => all.length)).toBe(6);
      await loadAxe(page);
      // All is drawn in the colour of the page's own text; axe cannot tell what stands behind a word of a picture.
      expect(await findings(page, tag, { withColours: false })).toEqual([]);
    },
  );

  test('axe finds nothing in printed reports, and each begins a page', async () => {
    const report = { version: 1, story: 'One.\nTwo.', stage: ['border'], officials: [{ name: 'X' }], act: ['warned'] };
    const chosen = { desk: deskReport(report), triage: triage({ status: register('new') }), marks: [] };
    const content = renderToString(h(PrintedReports, { leaving: leave([chosen, chosen]), wording: wording('en') }));
    const { page } = await visit(browser, await pageOf('en', content));
    await loadAxe(page);
    expect(await findings(page, 'print')).toEqual([]);
    if (browser === 'firefox') return; // compresses what says where pages begin
    const pdf = Buffer.from(await page.pdf()).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
});
