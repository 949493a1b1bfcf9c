import { en } from '../messages/en.ts';

/** Places in the page that the build fills: markup is never made from text here. */
export const INLINE = {
  policy: '@policy@',
  style: '@style@',
  worker: '@worker@',
  script: '@script@',
} as const;

/** The page before its script runs: rendered when it is built. */
export function TriageDocument() {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={INLINE.policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{en.page.title}</title>
        <link rel="icon" href="data:," />
        <style>{INLINE.style}</style>
      </head>
      <body>
        <div id="app">
          <noscript>
            <p>{en.unlock.noScript}</p>
          </noscript>
        </div>
        <script type="text/plain" id="worker">
          {INLINE.worker}
        </script>
        <script>{INLINE.script}</script>
      </body>
    </html>
  );
}
