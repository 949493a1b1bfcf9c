import type { STAGE } from '../../crypto/index.ts';

/** Stages of the default questionnaire, as HTCDS 2.0 `hte_Type` has them. The others have no counterpart there. */
export const HTCDS_OF_STAGE: Readonly<
  Partial<Record<(typeof STAGE)[number], 'Recruitment' | 'Transit' | 'Exploitation'>>
> = {
  recruitment: 'Recruitment',
  border: 'Transit',
  transport: 'Transit',
  exploitation: 'Exploitation',
};
