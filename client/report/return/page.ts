import { workersAmong } from '../start-worker.ts';
import { ReturnPage } from './return-page.ts';

const FILES = '/assets/worker.js';
const CASE = '/assets/back-worker.js';

/** Files are looked into and sent by the form's worker; the case is in the hands of one of its own. */
const workerOf = workersAmong([FILES, CASE], 'module');

new ReturnPage({ startFiles: workerOf(FILES), startCase: workerOf(CASE) }).start();
