import { systemRandom } from '../../../crypto/index.ts';
import { serve } from '../../../server/serve.ts';
import { makeDemo } from '../../demo.ts';
import { announce, folderArgument } from './child.ts';

/** The demo office as `npm start` makes, renders and serves it: every page, every limit, the real proof of work. */
const PEPPER_BYTES = 32;

const data = folderArgument();
await makeDemo(data, new Date());
const config = { host: '127.0.0.1', port: 0, data, pepper: systemRandom(PEPPER_BYTES) };
const listening = await serve(config, { log: console.error });
announce(listening.url, () => listening.stop());
