import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import * as codes from '../../crypto/index.ts';
import type { OpenedReport } from '../../crypto/index.ts';
import type { Triage } from '../../client/triage/desk/types.ts';
import { htcdsExport, type HtcdsCase } from '../../client/triage/export/htcds.ts';
import { leave } from '../../client/triage/export/leaving.ts';
import { deskReport, label, register, triage, wording } from './export/desk.ts';
import { reports } from './export/reports.ts';

interface Field {
  readonly field: string;
  readonly type: string;
  readonly values?: string | readonly { readonly name: string }[];
}

const STANDARD = JSON.parse(readFileSync(join(import.meta.dirname, '../../scripts/data/htcds-2.0.json'), 'utf8')) as {
  readonly fields: readonly Field[];
};

function exported(members: Partial<OpenedReport>, said: Partial<Triage> = {}): HtcdsCase {
  const chosen = { desk: deskReport({ version: 1, story: 'x', ...members }), triage: triage(said), marks: [] };
  const [made] = htcdsExport(leave([chosen]), wording('en')).cases;
  if (!made) throw new Error('nothing was exported');
  return made;
}

/** Every field that is exported is one of the standard's, of its type, and its values are those published. */
function expectStandard({ case: of, consent, victim, perpetrators, events }: HtcdsCase): void {
  for (const [name, value] of [of, consent, victim, ...perpetrators, ...events].flatMap((each) =>
    Object.entries(each),
  )) {
    const field = STANDARD.fields.find((each) => each.field === name);
    expect(field, name).toBeDefined();
    expect(Array.isArray(value), name).toBe(field?.type === 'Multiselect Picklist');
    expect(typeof value === 'boolean', name).toBe(field?.type === 'Checkbox');
    if (field?.type === 'Date') expect(value).toMatch(/^\d{4}(?:-\d{2})?$/);
    if (field?.values === undefined || typeof field.values === 'string') continue;
    const names = field.values.map((each) => each.name);
    expect([value].flat().filter((each) => !names.includes(String(each)))).toEqual([]);
  }
}

const LISTS = {
  stage: codes.STAGE,
  act: codes.ACT,
  return: codes.RETURN,
  official: codes.OFFICIAL,
  purpose: codes.PURPOSE,
  sexual: codes.SEXUAL,
  industry: codes.INDUSTRY,
  recruited: codes.RECRUITED,
  recruitmentSites: codes.RECRUITMENT_SITES,
  control: codes.CONTROL,
  told: codes.TOLD,
  help: codes.HELP,
};
const SINGLE = {
  danger: codes.DANGER,
  role: codes.ROLE,
  people: codes.PEOPLE,
  children: codes.YES_NO_UNKNOWN,
  consent: codes.CONSENT,
};

test.each([
  ...Object.entries(LISTS).flatMap(([member, list]) => list.map((code) => [member, [code]] as const)),
  ...Object.entries(LISTS).map(([member, list]) => [member, [...list]] as const),
  ...Object.entries(SINGLE).flatMap(([member, list]) => list.map((code) => [member, code] as const)),
])('%s %j is exported in the words of the standard', (member, value) => {
  expectStandard(exported({ [member]: value }));
});

test('so is every status, reason and referral', () => {
  for (const status of [null, ...codes.STATUSES, 'assessing/waiting-for-embassy']) {
    const referrals = [{ ...label(''), to: 'A prosecutor', consent: 'without-details' }];
    expectStandard(exported({}, { status: register(status), reason: register('unfounded'), referrals }));
  }
});

test('so is whatever strangers send', () => {
  fc.assert(
    fc.property(reports, (report) => {
      expectStandard(exported(report));
    }),
  );
});

test('all picklists of the questionnaire are exported', () => {
  const all = exported({ ...LISTS });
  expect(all.victim).toMatchObject({
    vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
    vic_TypeOfExploitation: [...codes.PURPOSE],
    vic_TypeOfSexExploitation: [...codes.SEXUAL],
    vic_ForcedLabourIndustry: codes.INDUSTRY[0],
    vic_MethodOfRecruitment: [...codes.RECRUITED],
    vic_RecruitmentWebsitesAndApps: [...codes.RECRUITMENT_SITES],
    vic_MethodsOfControl: [...codes.CONTROL],
  });
});

test('a case as an office would pass it on', () => {
  const made = exported(
    {
      stage: ['border', 'exploitation', 'police'],
      act: ['escorted', 'let-through'],
      official: ['border-guard'],
      officials: [{ name: 'Petrov', rank: 'sergeant' }],
      purpose: ['ForcedLabour'],
      industry: ['F_Construction', 'P_Education'],
      route: {
        from: { country: 'MD' },
        through: [{ country: 'UA', crossing: 'Palanca' }, { country: 'RO' }],
        to: { country: 'NO', region: 'Finnmark' },
      },
      when: { since: '2019-05', until: '2020', ongoing: 'no' },
      consent: 'without-details',
    },
    { status: register('closed'), reason: register('unsafe-to-act') },
  );
  expect(made).toEqual({
    reference: '1',
    case: { cas_Status: 'Closed', cas_ReasonForCaseClosure: 'Unsafe to act' },
    consent: { con_Consent: true },
    victim: {
      vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
      vic_TypeOfExploitation: ['ForcedLabour'],
      vic_ForcedLabourIndustry: 'F_Construction',
    },
    perpetrators: [
      {
        per_RoleInProcess: ['Transporter'],
        per_RoleDetails: [
          'Name or nickname: Petrov',
          'Rank or job: sergeant',
          'What kind of official? Border guard',
          'What did the official do? Went along with those who do it; Let people through',
        ].join('\n'),
      },
    ],
    events: [
      { hte_Type: 'Recruitment', hte_Country: 'MD' },
      { hte_Type: 'Transit', hte_Country: 'UA', hte_Description: 'Border crossing, port or airport: Palanca' },
      { hte_Type: 'Transit', hte_Country: 'RO' },
      {
        hte_Type: 'Exploitation',
        hte_Country: 'NO',
        hte_State: 'Finnmark',
        hte_Date: '2019-05',
        hte_Description: [
          'Since when: May 2019',
          'Until when: 2020',
          'Is it still going on?: No',
          'Which kind of work? Building; Schools',
        ].join('\n'),
      },
    ],
  });
});

test('nothing but what was said: a report that says nothing of trafficking says nothing of victims', () => {
  expect(exported({ consent: 'ask-me-first' })).toMatchObject({
    consent: { con_Consent: false },
    victim: {},
    perpetrators: [],
    events: [],
  });
});
