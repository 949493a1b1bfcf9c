import { all } from './dom.ts';

const WITHIN_MS = 45_000;

/**
 * The page in another language, as a document that runs nothing: what was typed stays in this page, and its words are exchanged.
 * `null` where it does not come.
 */
export function fetchPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    // Parses without a string of markup ever being in a script's hands, which Trusted Types would rightly refuse.
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.timeout = WITHIN_MS;
    request.addEventListener('loadend', () => {
      const page = request.status === 200 ? request.responseXML : null;
      resolve(page?.getElementById('report') ? page : null);
    });
    request.open('GET', address);
    request.send();
  });
}

/** Has the links to other languages exchange the words of this page in place of leaving it. */
export function onLanguageChosen(choose: (link: HTMLAnchorElement) => void): void {
  for (const link of all<HTMLAnchorElement>('.languages a')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab, as it was asked for
      event.preventDefault();
      choose(link);
    });
  }
}

/** Puts another page's words in the place of this one's. The focus, which was on a link of the old page, goes to the new one's languages. */
export function exchangeWords(page: Document): void {
  const { lang, dir } = page.documentElement;
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  document.querySelector<HTMLElement>('.languages summary')?.focus();
}
