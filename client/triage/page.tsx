import { render } from 'preact';

import { App } from './app/app.ts';
import { watchOver } from './app/idle.ts';
import { listenToKeys } from './app/keyboard.ts';
import { workersFrom } from './app/threads.ts';
import { AppView } from './view/app-view.tsx';

/** The reviewers' page: one file, opened from disk, that loads nothing and sends nothing. All that it needs stands in it. */
function elementOf<Type extends Element>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no #${id}`);
  return found;
}

const script = new Blob([elementOf('worker', HTMLScriptElement).text], { type: 'text/javascript' });
const app = new App(workersFrom(script), navigator.languages);
watchOver(app);
listenToKeys(app);
const root = elementOf('app', HTMLElement);
root.replaceChildren();
render(<AppView app={app} />, root);
