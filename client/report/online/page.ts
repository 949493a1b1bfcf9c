import { EvidenceSender } from '../files/evidence-sender.ts';
import { Form } from '../form.ts';
import { workersFrom } from '../start-worker.ts';

/** The form on the server's page: what is sealed is sent. */
const startWorker = workersFrom('/assets/worker.js', 'module');

new Form({
  startWorker,
  readyText: 'ready',
  open: (charter) => ({ type: 'open', charter }),
  evidence: (events) => new EvidenceSender(startWorker, events),
}).start();
