import { byId } from '../dom.ts';
import { Form } from '../form.ts';
import { workersFrom } from '../start-worker.ts';
import { EvidenceKeeper } from './evidence-keeper.ts';

/** The form in one file that was saved and opened from disk: what is sealed becomes a file. All that it needs stands in the page. */
const script = new Blob([byId('worker', HTMLScriptElement).text], { type: 'text/javascript' });
const directory: unknown = JSON.parse(byId('directory', HTMLScriptElement).text);

new Form({
  startWorker: workersFrom(URL.createObjectURL(script), 'classic'),
  readyText: 'readyToSave',
  open: (charter) => ({ type: 'open', charter, directory }),
  evidence: () => new EvidenceKeeper(),
}).start();
