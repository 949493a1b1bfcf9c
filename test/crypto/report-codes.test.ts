import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import * as amparo from '../../crypto/index.ts';

interface Field {
  readonly field: string;
  readonly values?: string | readonly { readonly name: string }[];
}

/** IOM's Human Trafficking Case Data Standards 2.0, CC BY 4.0. */
const standard = JSON.parse(readFileSync(join(import.meta.dirname, '../../scripts/data/htcds-2.0.json'), 'utf8')) as {
  readonly fields: readonly Field[];
};

test.each([
  ['vic_TypeOfExploitation', amparo.PURPOSE],
  ['vic_TypeOfSexExploitation', amparo.SEXUAL],
  ['vic_ForcedLabourIndustry', amparo.INDUSTRY],
  ['vic_MethodOfRecruitment', amparo.RECRUITED],
  ['vic_RecruitmentWebsitesAndApps', amparo.RECRUITMENT_SITES],
  ['vic_MethodsOfControl', amparo.CONTROL],
])('%s is the picklist as published', (name, codes) => {
  const field = standard.fields.find((candidate) => candidate.field === name);
  if (typeof field?.values !== 'object') throw new Error(`${name} has no picklist`);
  expect(codes).toEqual(field.values.map((value) => value.name));
});
