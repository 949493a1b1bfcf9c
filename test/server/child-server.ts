import { createInterface } from 'node:readline';

import { readConfig } from '../../server/config.ts';
import { serve } from '../../server/serve.ts';
import { EASY } from './easy.ts';

/** The server in a process of its own with little work, for tests that measure or kill it. Says its address, and its memory on demand. */
const listening = await serve(readConfig(process.env), { log: console.error, difficulty: EASY });
console.log(listening.url);
createInterface({ input: process.stdin }).on('line', () => {
  console.log(String(process.memoryUsage().rss));
});
