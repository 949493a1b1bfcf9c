import * as codes from '../../../crypto/index.ts';
import { HTCDS_OF_STAGE } from '../../shared/htcds-stages.ts';
import { linesOf, type Line } from './answers.ts';
import type { Leaving, LeavingTriage } from './leaving.ts';
import type { LeavingReport } from './leaving-report.ts';
import { isRecord } from './marks.ts';
import type { Wording } from './wording.ts';

/**
 * Reports by IOM's Human Trafficking Case Data Standards 2.0 (CC BY 4.0; no endorsement by IOM is implied). Fields and values of its
 * picklists are spelt as published. The story is not among it, and answers without a counterpart are left out rather than bent.
 */
export interface HtcdsExport {
  readonly standard: 'HTCDS 2.0';
  readonly cases: readonly HtcdsCase[];
}

type Fields = Readonly<Record<string, string | readonly string[] | boolean>>;

export interface HtcdsCase {
  readonly reference: string;
  readonly case: Fields;
  readonly consent: Fields;
  /** What is said of those exploited: one record, as a report does not tell them apart. */
  readonly victim: Fields;
  readonly perpetrators: readonly Fields[];
  readonly events: readonly Fields[];
}

export function htcdsExport(leaving: readonly Leaving[], wording: Wording): HtcdsExport {
  return { standard: 'HTCDS 2.0', cases: leaving.map((each) => htcdsCase(each, wording)) };
}

function htcdsCase({ reference, report, triage }: Leaving, wording: Wording): HtcdsCase {
  return {
    reference,
    case: caseFields(triage, wording),
    consent: { con_Consent: report.consent === 'without-details' || report.consent === 'to-named' },
    victim: victimFields(report),
    perpetrators: perpetrators(report, wording),
    events: events(report, wording),
  };
}

function caseFields({ status, reason, referredTo }: LeavingTriage, wording: Wording): Fields {
  return given({
    cas_Status: caseStatus(status?.split('/')[0]),
    cas_ReasonForCaseClosure: reason === null ? undefined : wording.triage('reasons', reason),
    cas_ReferredOrganisation: some(referredTo)?.join('; '),
    cas_ReasonForOutgoingReferral: referredTo.length > 0 ? 'Other' : undefined,
  });
}

/** `FollowUp` is care after a case was closed, which an office of this kind does not do. */
function caseStatus(status: string | undefined): string {
  if (status === 'closed') return 'Closed';
  return status === 'referred' ? 'ClosedReferred' : 'Active';
}

function victimFields({ purpose, sexual, industry, recruited, recruitmentSites, control }: LeavingReport): Fields {
  const fields = given({
    vic_TypeOfExploitation: known(purpose, codes.PURPOSE),
    vic_TypeOfSexExploitation: known(sexual, codes.SEXUAL),
    // A single value there: where several were given, the description of the exploitation has them.
    vic_ForcedLabourIndustry: known(industry, codes.INDUSTRY)?.[0],
    vic_MethodOfRecruitment: known(recruited, codes.RECRUITED),
    vic_RecruitmentWebsitesAndApps: known(recruitmentSites, codes.RECRUITMENT_SITES),
    vic_MethodsOfControl: known(control, codes.CONTROL),
  });
  // Nobody has decided yet: that is for the authority which identifies victims.
  return Object.keys(fields).length === 0 ? {} : { vic_TraffickingStatus: 'PossibleVictimOfTrafficking', ...fields };
}

/** Only these are a role in trafficking itself; most acts of officials help it from outside, and stand in the details. */
const ROLE_OF_ACT: Readonly<Partial<Record<string, string>>> = {
  escorted: 'Transporter',
  'used-services': 'Abuser',
  'took-part': 'Other',
};

/** One for each official of whom something was said; at least one where it was said what officials did. */
function perpetrators(report: LeavingReport, wording: Wording): Fields[] {
  const { act, official, officials = [], return: got } = report;
  const roles = (act ?? []).flatMap((code) => ROLE_OF_ACT[code] ?? []);
  const shared = [
    ...titled('official', official, wording),
    ...titled('act', act, wording),
    ...titled('return', got, wording),
  ];
  const each = officials.map((one) => linesOf(one, { member: 'officials', wording }).map(written));
  const details = (each.length > 0 ? each : [[]]).map((own) => [...own, ...shared].join('\n'));
  return details
    .filter((text) => text !== '')
    .map((text) => given({ per_RoleInProcess: some([...new Set(roles)]), per_RoleDetails: text }));
}

const STAGES: Readonly<Record<string, string | undefined>> = HTCDS_OF_STAGE;
const TYPES = ['Recruitment', 'Transit', 'Exploitation'] as const;
type EventType = (typeof TYPES)[number];

/** Where people were found, what they went through and where they are kept; stages of the state's own work have no counterpart. */
function events(report: LeavingReport, wording: Wording): Fields[] {
  const route = isRecord(report.route) ? report.route : {};
  const places: Readonly<Record<EventType, readonly unknown[]>> = {
    Recruitment: route.from === undefined ? [] : [route.from],
    Transit: route.through ?? [],
    Exploitation: route.to === undefined ? [] : [route.to],
  };
  const staged = new Set((report.stage ?? []).map((code) => STAGES[code]));
  const types = TYPES.filter((type) => places[type].length > 0 || staged.has(type));
  return types.flatMap((type) =>
    (places[type].length > 0 ? places[type] : [undefined]).map((place) =>
      given({
        hte_Type: type,
        ...placeFields(place),
        // When it began is asked once: it is the date of the exploitation, or of the only event there is.
        hte_Date: type === 'Exploitation' || types.length === 1 ? sinceOf(report) : undefined,
        hte_Description: descriptionOf(report, type, place, wording),
      }),
    ),
  );
}

function placeFields(place: unknown): Readonly<Record<string, string | undefined>> {
  if (!isRecord(place)) return {};
  const { country, region } = place;
  return {
    hte_Country: typeof country === 'string' ? country : undefined,
    hte_State: typeof region === 'string' ? region : undefined,
  };
}

/** To the month or the year, as it was asked. */
function sinceOf({ when }: LeavingReport): string | undefined {
  const since = isRecord(when) ? when.since : undefined;
  return typeof since === 'string' && /^\d{4}(?:-\d{2})?$/.test(since) ? since : undefined;
}

function descriptionOf(report: LeavingReport, type: EventType, place: unknown, wording: Wording): string | undefined {
  const crossing = isRecord(place) ? { crossing: place['crossing'] } : {};
  const lines = [
    ...linesOf(crossing, { member: 'route', wording }).map(written),
    ...(type === 'Exploitation'
      ? [
          ...linesOf(report.when, { member: 'when', wording }).map(written),
          ...titled('industry', report.industry, wording),
        ]
      : []),
  ];
  return some(lines)?.join('\n');
}

function titled(
  member: 'official' | 'act' | 'return' | 'industry',
  values: readonly string[] | undefined,
  wording: Wording,
): string[] {
  const words = (values ?? []).map((code) => wording.value(member, undefined, code));
  return words.length === 0 ? [] : [`${wording.title(member)} ${words.join('; ')}`];
}

function written({ label, text }: Line): string {
  return label === undefined ? text : `${label}: ${text}`;
}

function known(values: readonly string[] | undefined, list: readonly string[]): readonly string[] | undefined {
  return some((values ?? []).filter((value) => list.includes(value)));
}

function some<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

function given(fields: Readonly<Record<string, Fields[string] | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
