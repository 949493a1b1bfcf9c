import { render } from 'preact';

import { Courier } from './view/app.tsx';

/** The courier's page: carries sealed letters between the server and the offline machine, and can read none. */
const root = document.getElementById('app');
if (!root) throw new Error('the page has no #app');
const office = { name: root.dataset['office'] ?? '', isDemo: root.dataset['demo'] !== undefined };
root.replaceChildren();
render(<Courier office={office} />, root);

// A file that is dropped beside its place would be opened in place of the page.
for (const kind of ['dragover', 'drop'] as const) {
  addEventListener(kind, (event) => {
    event.preventDefault();
  });
}
// A page that was kept by the browser shows nothing of who was signed in.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
