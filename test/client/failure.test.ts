import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import { failureOf, failureOfProblem, SendError } from '../../client/report/failure.ts';
import { AmparoError, ERROR_MESSAGES, isoDateOf, type ErrorCode } from '../../crypto/index.ts';
import { DEFAULT_FORM } from '../../scripts/lib/form-files.ts';
import { renderPages } from '../../scripts/render-pages.ts';
import { PROBLEMS, type ProblemCode } from '../../server/problems.ts';
import { makeOffice, tempFolder } from '../server/helpers.ts';

const ASSETS = join(import.meta.dirname, '../../dist/assets');

/** Every error that a reporter can meet is told in their language as what they can do about it. */
const problem = (code: ProblemCode) => ({
  type: 'about:blank',
  title: 'Refused',
  status: PROBLEMS[code].status,
  code,
  detail: PROBLEMS[code].detail,
});

describe('refusals of the server', () => {
  const passing: readonly ProblemCode[] = [
    'busy',
    'storage-unavailable',
    'internal',
    'request-timeout',
    'body-timeout',
    'body-incomplete',
    'work-required',
    'work-invalid',
    'work-expired',
    'work-spent',
  ];
  const lasting: readonly ProblemCode[] = [
    'not-found',
    'method-not-allowed',
    'length-required',
    'type-unsupported',
    'letter-size',
    'letter-malformed',
    'headers-too-large',
  ];

  test.each(passing)('%s may pass: try again', (code) => {
    expect(failureOfProblem(problem(code))).toBe('server-busy');
  });

  test.each(lasting)('%s will not pass', (code) => {
    expect(failureOfProblem(problem(code))).toBe('refused');
  });

  test.each([undefined, '<h1>Bad gateway</h1>', { code: 'busy' }])('%j is not from our server', (body) => {
    expect(failureOfProblem(body)).toBe('server-busy');
  });
});

describe('refusals of the protocol', () => {
  /** Codes of opening letters, evidence, bundles, parcels, key files, casebooks, what reviewers tell each other, the log and mailboxes, which the form never meets or tells in its own words: no page for reporters does; and keys that are passed over. */
  const elsewhere =
    /^(?:letter-|wrong-epoch|share-|commitment-|stream-|length-|padding-|report-not-|evidence-|key-file-|casebook-|journal-|grant-|release-|build-|parcel-|stamp-|epoch-key-missing|epoch-key-unknown|epoch-key-expired|bundle-|case-|reply-|mailbox-|poll-|closing-|outbound-|opened-|receipt-|log-|note-|checkpoint-|cosignature-|witness-)/;
  const met = (Object.keys(ERROR_MESSAGES) as ErrorCode[]).filter((code) => !elsewhere.test(code));

  test.each(met)('%s is told as something known', (code) => {
    expect(failureOf(new AmparoError(code))).not.toBe('unknown');
  });

  test('what nobody foresaw is told as that', () => {
    expect(failureOf(new TypeError('x'))).toBe('unknown');
    expect(failureOf(new SendError('offline'))).toBe('offline');
  });
});

test('every page carries the text of every failure', async () => {
  const out = join(await tempFolder(), 'pages');
  const { directory } = await makeOffice();
  await renderPages({
    directory,
    form: DEFAULT_FORM,
    offline: null,
    today: isoDateOf(new Date()),
    assets: ASSETS,
    out,
  });
  const failures = Object.keys(LANGUAGES[0]?.texts.script.failures ?? {});
  expect(failures.length).toBeGreaterThan(8);
  for (const { tag } of LANGUAGES) {
    const html = readFileSync(join(out, tag, 'index.html'), 'utf8');
    expect(failures.filter((key) => !html.includes(`data-text="failures.${key}"`))).toEqual([]);
  }
});
