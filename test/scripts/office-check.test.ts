import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { BUILTIN } from '../../client/report/questionnaire/builtin.ts';
import { mistakesIn } from '../../client/report/questionnaire/check.ts';
import { DEFAULT_QUESTIONNAIRE } from '../../client/report/questionnaire/default.ts';
import { questionnaireSchema } from '../../client/report/questionnaire/schema.ts';
import { htcdsPicklists } from '../../scripts/lib/htcds.ts';
import { tempFolder } from '../server/helpers.ts';
import { amparo, amparoDone, jsonIn, passphraseFile } from './cli.ts';
import { HTCDS_OF_STAGE } from '../../client/shared/htcds-stages.ts';

let htcds: Awaited<ReturnType<typeof htcdsPicklists>>;
beforeAll(async () => {
  htcds = await htcdsPicklists(join(import.meta.dirname, '../../scripts/data/htcds-2.0.json'));
});
const mistakes = (steps: unknown) =>
  mistakesIn(questionnaireSchema.parse({ version: 1, steps }), { languages: ['en', 'es'], htcds });
const one = (...questions: object[]) => mistakes([{ questions }]);

const FERRY = {
  id: 'ferry',
  kind: 'one',
  choices: ['north', 'south'],
  texts: {
    en: { title: 'Which ferry?', choices: { north: 'North', south: 'South' } },
    es: { title: '¿Qué ferri?', choices: { north: 'Norte', south: 'Sur' } },
  },
};

test('the default asks every question that the protocol knows, once, and holds no mistake', () => {
  expect(mistakesIn(DEFAULT_QUESTIONNAIRE, { languages: ['en'], htcds })).toEqual([]);
  const asked = DEFAULT_QUESTIONNAIRE.steps.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(asked.sort()).toEqual(Object.keys(BUILTIN).sort());
});

test('ids map to fields of HTCDS 2.0, and every code of theirs is in its picklist', () => {
  const mapped = Object.values(BUILTIN).filter((question) => 'htcds' in question);
  expect(mapped.length).toBe(6);
  for (const { htcds: field, codes } of mapped) {
    expect(codes.filter((code) => !htcds.get(field)?.has(code))).toEqual([]);
  }
  expect(Object.values(HTCDS_OF_STAGE).filter((type) => !htcds.get('hte_Type')?.has(type))).toEqual([]);
});

test('a question of the office’s own is good with words in each of its languages', () => {
  expect(one(FERRY)).toEqual([]);
});

test.each([
  ['a word is missing', [{ ...FERRY, texts: { en: FERRY.texts.en } }], /texts\.es\.title is missing/],
  ['a choice has no word', [{ ...FERRY, choices: ['north', 'west'] }], /texts\.en\.choices\.west is missing/],
  ['an id is nobody’s', [{ id: 'rool' }], /"kind" is missing, or the id is meant to be one of: role/],
  ['a choice is not the protocol’s', [{ id: 'role', choices: ['witness', 'neighbour'] }], /no choice "neighbour"/],
  ['a question is asked twice', [{ id: 'role' }, { id: 'role' }], /is asked twice/],
  [
    'a condition looks ahead',
    [{ id: 'sexual', showIf: { question: 'purpose', anyOf: ['Other'] } }],
    /not asked before/,
  ],
  [
    'a condition asks for what cannot be chosen',
    [
      { id: 'purpose', choices: ['Other'] },
      { id: 'sexual', showIf: { question: 'purpose', anyOf: ['Servitude'] } },
    ],
    /has no choice "Servitude"/,
  ],
  ['a picklist is unknown', [{ ...FERRY, htcds: 'vic_Ferry' }], /no picklist "vic_Ferry"/],
  ['a code is not in the picklist', [{ ...FERRY, htcds: 'vic_TypeOfExploitation' }], /has no "north"/],
  ['a choice is given twice', [{ id: 'people', choices: ['1', '1'] }], /given twice/],
] as const)('it is said where %s', (_what, questions, said) => {
  expect(one(...questions).join('\n')).toMatch(said);
});

test('the command tells every mistake in each file, and publishing refuses them', async () => {
  const folder = await tempFolder();
  const office = join(folder, 'office');
  const secret = await passphraseFile(folder, 'charter', 'plain lantern orbit meadow');
  await amparoDone([
    'office',
    'init',
    office,
    '--name',
    'Example Office',
    '--languages',
    'en,es',
    '--passphrase-file',
    secret,
  ]);
  const good = await amparo(['office', 'check', office, '--json']);
  expect([good.code, jsonIn(good)]).toEqual([
    0,
    expect.objectContaining({ mistakes: [], emergency: 0, coverPerDay: null }),
  ]);

  await writeFile(join(office, 'cover.json'), '{"server": "https://example.org", "perDay": 0.5}');
  expect((await amparo(['office', 'check', office])).stdout).toMatch(/Cover letters: 0\.5 a day on average/);

  const path = join(office, 'questionnaire.json');
  const questionnaire = JSON.parse(await readFile(path, 'utf8')) as { steps: object[] };
  questionnaire.steps.push({ questions: [{ id: 'ferry', kind: 'one', choices: ['north'] }] });
  await writeFile(path, JSON.stringify(questionnaire));
  await writeFile(join(office, 'emergency.json'), '[{"country": "Moldova", "number": "call us", "what": ""}]');
  await writeFile(join(office, 'cover.json'), '{"server": "http://example.org", "perDay": -1}');
  const bad = await amparo(['office', 'check', office]);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(/questionnaire\.json: step 18, "ferry": texts\.en\.title is missing/);
  expect(bad.stdout).toMatch(/emergency\.json: \[0\]\.country: not a country code/);
  expect(bad.stdout).toMatch(/emergency\.json: \[0\]\.number: not a telephone number/);
  expect(bad.stdout).toMatch(/cover\.json: server: not an address to send to/);
  expect(bad.stdout).toMatch(/cover\.json: perDay: give a number above 0/);
});
