import { beforeEach, describe, expect, test } from 'vitest';

import { newSubStatus, newTemplateId } from '../../client/triage/app/office-settings.ts';
import type { KeptReport } from '../../client/triage/worker/memory.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { CONTROL, exportDesk, exportDeskAround, type ExportDesk } from './export-desk.ts';
import { newReport, reopened } from './triage-desk.ts';

const OFFICER = 0;
const ADVISER = 1;

let office: TestOffice;
let report: KeptReport;
let desk: ExportDesk;

beforeEach(async () => {
  office = await makeOffice(['Case worker', 'Legal adviser']);
  report = await newReport({ story: 'One.' });
  desk = await exportDesk(office, OFFICER, report);
});

const chosen = (of: ExportDesk) => of.act.choices(null, CONTROL);
const TEMPLATE = { id: 'thanks', name: 'Thanks', kind: 'acknowledgement', language: 'es', text: 'Gracias. {received}' };

test('what the office agrees on is kept, shown with where it is used, and comes back with the casebook', async () => {
  const status = newSubStatus('assessing', 'Waiting for the embassy', []);
  await desk.act.setOffice({ name: 'sub-statuses', value: [status] }, CONTROL);
  await desk.act.setOffice({ name: 'labels', value: [{ name: 'north' }] }, CONTROL);
  await desk.act.setOffice({ name: 'templates', value: [TEMPLATE] }, CONTROL);
  await desk.act.setField({ tag: report.tag, field: 'status', value: status.id }, CONTROL);
  await desk.act.mark({ tag: report.tag, to: 'label', value: 'north' }, CONTROL);
  for (const each of [desk, exportDeskAround(await reopened(desk.memory, office, OFFICER))]) {
    expect(await chosen(each)).toMatchObject({
      subStatuses: [status],
      labels: [{ name: 'north' }],
      templates: [TEMPLATE],
    });
    const { labels, subStatuses } = await each.act.officeUse(null, CONTROL);
    expect([labels.get('north'), subStatuses.get(status.id)]).toEqual([1, 1]);
  }
});

describe('a list that no desk could read', () => {
  test.each([
    ['labels', [{ name: ' ' }]],
    ['labels', [{ name: 'a' }, { name: 'a' }]],
    ['labels', Array.from({ length: 201 }, (_, i) => ({ name: String(i) }))],
    ['sub-statuses', [{ id: 'nowhere/x', name: 'X' }]],
    ['templates', [{ ...TEMPLATE, kind: 'threat' }]],
    ['filters', [{ name: 'x', filter: { nothing: 1 } }]],
  ] as const)('of %s is refused, and what there was stays', async (name, value) => {
    await desk.act.setOffice({ name: 'labels', value: [{ name: 'kept' }] }, CONTROL);
    await expect(desk.act.setOffice({ name, value }, CONTROL)).rejects.toMatchObject({
      failure: { code: 'setting-invalid' },
    });
    expect((await chosen(desk)).labels).toEqual([{ name: 'kept' }]);
  });
});

describe('a label that is renamed', () => {
  test('has its new name in every report that had it, and in the list, where it keeps its place and note', async () => {
    const other = await newReport({ story: 'Two.' });
    desk.memory.addReport(other);
    await desk.act.setOffice(
      { name: 'labels', value: [{ name: 'north', note: 'The bridge' }, { name: 'sea' }] },
      CONTROL,
    );
    for (const { tag } of [report, other]) await desk.act.mark({ tag, to: 'label', value: 'north' }, CONTROL);
    await desk.act.mark({ tag: other.tag, to: 'label', value: 'sea' }, CONTROL);
    await desk.act.renameLabel({ from: 'north', to: ' north bridge ' }, CONTROL);
    expect((await chosen(desk)).labels).toEqual([{ name: 'north bridge', note: 'The bridge' }, { name: 'sea' }]);
    const labelsOf = ({ tag }: KeptReport) =>
      desk.memory.journal
        .triageOf(tag)
        .labels.map(({ value }) => value)
        .sort();
    expect([labelsOf(report), labelsOf(other)]).toEqual([['north bridge'], ['north bridge', 'sea']]);
  });

  test('takes no other label’s name', async () => {
    await desk.act.setOffice({ name: 'labels', value: [{ name: 'a' }, { name: 'b' }] }, CONTROL);
    await expect(desk.act.renameLabel({ from: 'a', to: 'b' }, CONTROL)).rejects.toMatchObject({
      failure: { code: 'setting-invalid' },
    });
    expect((await chosen(desk)).labels.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

test('templates that two added without knowing of each other are both there', async () => {
  const other = await exportDesk(office, ADVISER);
  await desk.act.setOffice({ name: 'templates', value: [TEMPLATE] }, CONTROL);
  await other.act.setOffice({ name: 'templates', value: [{ ...TEMPLATE, id: 'later', name: 'Later' }] }, CONTROL);
  await desk.memory.journal.addForeign([...other.memory.journal.entries.values()].map(({ envelope }) => envelope));
  expect((await chosen(desk)).templates.map(({ id }) => id).sort()).toEqual(['later', 'thanks']);
});

test('an id is made of any name, and met by no other', () => {
  const first = newSubStatus('closed', 'Übergeben: an die Botschaft!', []);
  expect(first.id).toBe('closed/ubergeben-an-die-botschaft');
  const own = newSubStatus('closed', '等待', [first]);
  expect(own.id).toBe('closed/own');
  expect(newSubStatus('closed', 'ждёт', [first, own]).id).toBe('closed/own-2');
  expect(newTemplateId('', [])).toBe('own');
});
