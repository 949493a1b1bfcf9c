import { ConfigError, readConfig } from './config.ts';
import { DataError, serve } from './serve.ts';
import { StorageUnavailable } from './store/store.ts';

const FAILED = 1;
const MISCONFIGURED = 78; // EX_CONFIG of sysexits.h

try {
  const listening = await serve(readConfig(process.env), {
    log: (line) => {
      console.error(line);
    },
  });
  console.log(`Amparo listens on ${listening.url}/`);
  const stop = () => {
    void listening.stop().catch((error: unknown) => {
      console.error(reasonOf(error));
      process.exitCode = FAILED;
    });
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = error instanceof ConfigError || error instanceof DataError ? MISCONFIGURED : FAILED;
}

function reasonOf(error: unknown): string {
  if (error instanceof StorageUnavailable) return `The database cannot be opened or closed: ${error.reason}.`;
  return error instanceof Error ? error.message : 'Amparo stopped for an unknown reason.';
}
