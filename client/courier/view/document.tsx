import { en } from '../messages/en.ts';
import type { OfficeOfPage } from './app.tsx';

const NO_SCRIPT = 'This page needs JavaScript. Allow it for this site, or use the command line: amparo courier.';

/** The page before its script runs: rendered when an office is published. */
export function CourierDocument({ office }: { readonly office: OfficeOfPage }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="google" content="notranslate" />
        <title>{en.page.title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/courier.css" />
        <script type="module" src="/assets/courier.js" />
      </head>
      <body>
        <div id="app" data-office={office.name} data-demo={office.isDemo ? '' : undefined}>
          <noscript>
            <p>{NO_SCRIPT}</p>
          </noscript>
        </div>
      </body>
    </html>
  );
}
