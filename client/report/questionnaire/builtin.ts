import {
  ACT,
  CONSENT,
  CONTROL,
  HELP,
  INDUSTRY,
  OFFICIAL,
  PEOPLE,
  PURPOSE,
  RECRUITED,
  RECRUITMENT_SITES,
  RETURN,
  ROLE,
  SEXUAL,
  STAGE,
  TOLD,
  YES_NO_UNKNOWN,
} from '../../../crypto/index.ts';

/** How a question is answered. The last four have controls of their own. */
export type QuestionKind = 'one' | 'several' | 'text' | 'officials' | 'route' | 'when' | 'contact';

interface Builtin {
  readonly kind: QuestionKind;
  /** The codes that a report may carry for it. */
  readonly codes?: readonly string[];
  /** The field of HTCDS 2.0 whose picklist the codes are. */
  readonly htcds?: string;
}

/** The questions that the protocol knows: each id is the member of the report that holds the answer. */
export const BUILTIN = {
  role: { kind: 'one', codes: ROLE },
  stage: { kind: 'several', codes: STAGE },
  act: { kind: 'several', codes: ACT },
  return: { kind: 'several', codes: RETURN },
  official: { kind: 'several', codes: OFFICIAL },
  officials: { kind: 'officials' },
  purpose: { kind: 'several', codes: PURPOSE, htcds: 'vic_TypeOfExploitation' },
  sexual: { kind: 'several', codes: SEXUAL, htcds: 'vic_TypeOfSexExploitation' },
  industry: { kind: 'several', codes: INDUSTRY, htcds: 'vic_ForcedLabourIndustry' },
  recruited: { kind: 'several', codes: RECRUITED, htcds: 'vic_MethodOfRecruitment' },
  recruitmentSites: { kind: 'several', codes: RECRUITMENT_SITES, htcds: 'vic_RecruitmentWebsitesAndApps' },
  control: { kind: 'several', codes: CONTROL, htcds: 'vic_MethodsOfControl' },
  people: { kind: 'one', codes: PEOPLE },
  children: { kind: 'one', codes: YES_NO_UNKNOWN },
  route: { kind: 'route' },
  when: { kind: 'when' },
  told: { kind: 'several', codes: TOLD },
  toldText: { kind: 'text' },
  evidenceElsewhere: { kind: 'text' },
  help: { kind: 'several', codes: HELP },
  contact: { kind: 'contact' },
  consent: { kind: 'one', codes: CONSENT },
  consentNamed: { kind: 'text' },
} as const satisfies Readonly<Record<string, Builtin>>;

export type BuiltinId = keyof typeof BUILTIN;

export function isBuiltin(id: string): id is BuiltinId {
  return Object.hasOwn(BUILTIN, id);
}

export function builtin(id: BuiltinId): Builtin {
  return BUILTIN[id];
}
