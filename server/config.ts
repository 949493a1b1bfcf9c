import { isIP } from 'node:net';
import * as z from 'zod';

import { fromBase64, type Bytes } from '../crypto/index.ts';

/** All that a server needs to know before it starts. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The data folder. */
  readonly data: string;
  /** Mixed into every hash of an account's pass phrase and kept apart from the database. */
  readonly pepper: Bytes;
  /** How often the public log shows a batch; once a day where it is not told. */
  readonly logMinutes?: number;
  /** The path of a list of witnesses. */
  readonly witnesses?: string | undefined;
}

export const PEPPER_BYTES_MIN = 16;
const PORT_MAX = 65_535;
/** Receipts promise a day. */
export const LOG_MINUTES_MAX = 1_440;

/** Names every mistake in the environment at once, and never the value of a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(mistakes: readonly string[]) {
    super(['Amparo cannot start. Correct these settings and start again:', ...mistakes].join('\n  '));
  }
}

const environmentSchema = z.object({
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || host === 'localhost', {
      error:
        'not an address to listen on; use 127.0.0.1 behind a proxy on this machine, or 0.0.0.0 for every interface',
    })
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'not a port; use a whole number from 0 to 65535, for instance 8080', abort: true })
    .transform(Number)
    .refine((port) => port <= PORT_MAX, { error: 'too large for a port; use a whole number from 0 to 65535' })
    .default(8080),
  AMPARO_DATA: z
    .string()
    .min(1, { error: 'empty; give the path of the data folder, or leave it out to use ./data' })
    .default('./data'),
  AMPARO_PEPPER: z
    .string({ error: `missing; make one with \`openssl rand -base64 32\` and keep it apart from the data folder` })
    .transform((text, context) => {
      const pepper = decoded(text);
      if (pepper && pepper.length >= PEPPER_BYTES_MIN) return pepper;
      const fault = pepper ? `shorter than ${String(PEPPER_BYTES_MIN)} bytes` : 'not base64';
      context.addIssue({ code: 'custom', message: `${fault}; make one with \`openssl rand -base64 32\`` });
      return z.NEVER;
    }),
  AMPARO_LOG_MINUTES: z
    .string()
    .regex(/^\d{1,4}$/, { error: 'not a number of minutes; use a whole number from 1 to 1440', abort: true })
    .transform(Number)
    .refine((minutes) => minutes >= 1 && minutes <= LOG_MINUTES_MAX, {
      error: 'receipts promise that the log shows a letter within a day; use a whole number from 1 to 1440',
    })
    .default(LOG_MINUTES_MAX),
  AMPARO_WITNESSES: z
    .string()
    .min(1, { error: 'empty; give the path of a list of witnesses, or leave it out' })
    .optional(),
});

/** Reads the settings of a server from an environment. Throws {@link ConfigError}. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const { HOST: host, PORT: port, AMPARO_DATA: data, AMPARO_PEPPER: pepper } = parsed.data;
  const { AMPARO_LOG_MINUTES: logMinutes, AMPARO_WITNESSES: witnesses } = parsed.data;
  return { host, port, data, pepper, logMinutes, witnesses };
}

function decoded(text: string): Bytes | undefined {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
}
