import type { ComponentChildren } from 'preact';

import type { PageFacts } from './facts.ts';

/** What every page says to browsers: nothing to index, nothing to translate elsewhere, nothing that tells. */
export function Head({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <meta name="google" content="notranslate" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      {children}
    </head>
  );
}

interface LanguagesProps extends Pick<PageFacts, 'language' | 'languages'> {
  /** Of this page, within each language. */
  readonly path?: string;
}

/** The languages, each by its own name, behind one that says which is on. */
export function Languages({ language, languages, path = '' }: LanguagesProps) {
  const t = language.texts.page;
  return (
    <>
      <nav aria-label={t.languages}>
        <details class="languages">
          <summary>
            <Globe />
            <span>{language.ownName}</span>
            <span class="visually-hidden">{` (${t.languages})`}</span>
          </summary>
          <ul>
            {languages.map((other) => (
              <li>
                <a
                  href={`/${other.tag}/${path}`}
                  lang={other.tag}
                  hreflang={other.tag}
                  dir={other.direction}
                  aria-current={other.tag === language.tag ? 'page' : undefined}
                >
                  {other.ownName}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      <p id="language-status" class="hint" role="status" />
    </>
  );
}

function Globe() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18" />
    </svg>
  );
}
