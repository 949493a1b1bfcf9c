import * as codes from '../../../crypto/index.ts';

/** What kind of answer a member of a report holds. A report is any JSON a stranger sent: what has another form is left out. */
export type Shape =
  | { readonly kind: 'text' | 'textOrTexts' | 'flag' | 'number' | 'fileName' }
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'record'; readonly members: Readonly<Record<string, Shape>> };

const text: Shape = { kind: 'text' };
const flag: Shape = { kind: 'flag' };
const texts = list(text);

function one(values: readonly string[]): Shape {
  return { kind: 'code', codes: values };
}
function several(values: readonly string[]): Shape {
  return list(one(values));
}
function list(of: Shape): Shape {
  return { kind: 'list', of };
}
function record(members: Readonly<Record<string, Shape>>): Shape {
  return { kind: 'record', members };
}

const place = record({ country: text, region: text, crossing: text });

/**
 * All of a report that may leave the desk, in the order of the questionnaire. The keys of evidence and case and the signature are not
 * among it, nor is any member that this version does not know: nobody can judge what it would tell.
 */
export const REPORT_SHAPE = {
  language: text,
  story: text,
  danger: one(codes.DANGER),
  role: one(codes.ROLE),
  stage: several(codes.STAGE),
  act: several(codes.ACT),
  return: several(codes.RETURN),
  official: several(codes.OFFICIAL),
  officials: list(
    record({ name: text, rank: text, unit: text, place: text, badge: text, vehicle: text, description: text }),
  ),
  purpose: several(codes.PURPOSE),
  sexual: several(codes.SEXUAL),
  industry: several(codes.INDUSTRY),
  recruited: several(codes.RECRUITED),
  recruitmentSites: several(codes.RECRUITMENT_SITES),
  control: several(codes.CONTROL),
  people: one(codes.PEOPLE),
  children: one(codes.YES_NO_UNKNOWN),
  route: record({ from: place, through: list(place), to: place }),
  when: record({ since: text, until: text, ongoing: one(codes.YES_NO_UNKNOWN), detail: text }),
  told: several(codes.TOLD),
  toldText: text,
  evidence: record({
    files: list(record({ name: { kind: 'fileName' }, type: text, size: { kind: 'number' }, note: text, story: flag })),
  }),
  evidenceElsewhere: text,
  help: several(codes.HELP),
  contact: record({ allowed: flag, days: several(codes.DAYS), languages: texts }),
  consent: one(codes.CONSENT),
  consentNamed: text,
  followUp: flag,
  answers: list(record({ id: text, asked: text, answer: { kind: 'textOrTexts' } })),
} as const satisfies Readonly<Record<string, Shape>>;

export type ReportMember = keyof typeof REPORT_SHAPE;
