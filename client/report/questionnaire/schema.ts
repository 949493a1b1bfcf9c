import * as z from 'zod';

import { LINE_CHARACTERS_MAX } from '../../../crypto/index.ts';

/** The file that an office edits: what is asked between the story and the sending, in which order. See README, "Your own questions". */
export const QUESTIONNAIRE_VERSION = 1;
const STEPS_MAX = 60;
const QUESTIONS_OF_A_STEP_MAX = 10;
const CHOICES_MAX = 50;

const id = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}$/, { error: 'not an id; use letters, digits and dashes' });
const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'not a code; use letters, digits, dashes' });
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: 'not a language tag such as "en"' });
const words = z.string().trim().min(1).max(LINE_CHARACTERS_MAX);

/** The words of a question in one language. Those of a built-in one replace what the catalogue has. */
const textsSchema = z.strictObject({
  title: words.optional(),
  hint: words.optional(),
  choices: z.record(code, words).optional(),
});

const questionSchema = z.strictObject({
  id,
  /** Of the office's own questions. A built-in one has its kind already. */
  kind: z.enum(['one', 'several', 'text']).optional(),
  /** The codes to choose from, in the order to show. Left out of a built-in question: all that it has. */
  choices: z.array(code).min(1).max(CHOICES_MAX).optional(),
  /** The field of HTCDS 2.0 whose picklist the codes are. */
  htcds: z.string().max(64).optional(),
  /** Asked only after one of these was chosen in an earlier question. */
  showIf: z.strictObject({ question: id, anyOf: z.array(code).min(1).max(CHOICES_MAX) }).optional(),
  texts: z.record(languageTag, textsSchema).optional(),
});

export const questionnaireSchema = z.strictObject({
  version: z.literal(QUESTIONNAIRE_VERSION),
  /** One screen each. */
  steps: z
    .array(z.strictObject({ questions: z.array(questionSchema).min(1).max(QUESTIONS_OF_A_STEP_MAX) }))
    .max(STEPS_MAX),
});

export type Questionnaire = z.infer<typeof questionnaireSchema>;
export type Question = z.infer<typeof questionSchema>;

/** Numbers to call in an emergency, as the office keeps them: `what` in words that are understood in that country. */
export const emergencySchema = z
  .array(
    z.strictObject({
      country: z.string().regex(/^[A-Z]{2}$/, { error: 'not a country code such as "MD" (ISO 3166-1)' }),
      number: z.string().regex(/^\+?[0-9][0-9 -]{1,19}$/, { error: 'not a telephone number' }),
      what: z.string().trim().max(100),
    }),
  )
  .max(500);

export type EmergencyContact = z.infer<typeof emergencySchema>[number];
