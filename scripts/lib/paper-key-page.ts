import { encodeQR } from 'qr';

import type { WordLanguage } from '../../client/shared/word-lists.ts';

export interface PaperKey {
  readonly office: string;
  readonly fingerprint: string;
  readonly language: WordLanguage;
  readonly words: readonly string[];
}

/** One page that loads nothing and runs nothing: the words by number, and the same for a camera. */
export function paperKeyPage({ office, fingerprint, language, words }: PaperKey): string {
  const picture = encodeQR(words.join(' '), 'svg', { ecc: 'medium' });
  const items = words.map((word) => `<li lang="${language}">${escaped(word)}</li>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Charter key</title>
<style>
body { font: 14pt/1.5 system-ui, sans-serif; margin: 2cm; color: #000; background: #fff; }
ol { columns: 3; padding-inline-start: 2em; font-size: 16pt; }
svg { display: block; width: 7cm; height: 7cm; margin-block: 1cm; }
code { font-size: 13pt; }
</style>
<h1>${escaped(office)}</h1>
<p>Charter key. Whoever reads this page is the office. Keep it in a safe, away from computers, cameras and copiers.</p>
<ol>
${items}
</ol>
${picture}
<p>Fingerprint, which is public: <code>${fingerprint}</code></p>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
