import * as z from 'zod/mini';

/**
 * A report as it leaves the desk. Every answer may be missing (not given), or be the words that stand for what was taken out, such as
 * `[redacted]`: coded answers, numbers and yes or no too. A list that was taken out whole holds these words alone.
 */
const text = z.string();
const texts = z.array(text);
const line = z.optional(text);
const yesOrNo = z.optional(z.union([z.boolean(), text]));

const placeSchema = z.union([z.strictObject({ country: line, region: line, crossing: line }), text]);
const officialSchema = z.union([
  z.strictObject({
    name: line,
    rank: line,
    unit: line,
    place: line,
    badge: line,
    vehicle: line,
    description: line,
  }),
  text,
]);
const fileSchema = z.strictObject({
  name: text,
  type: line,
  size: z.optional(z.union([z.int().check(z.nonnegative()), text])),
  note: line,
  /** This recording tells the story. */
  story: yesOrNo,
});
/** A question of the office's own, as it was asked. */
const ownAnswerSchema = z.union([
  z.strictObject({ id: line, asked: line, answer: z.optional(z.union([text, texts])) }),
  text,
]);

export const leavingReportSchema = z.strictObject({
  language: line,
  story: line,
  danger: line,
  role: line,
  stage: z.optional(texts),
  act: z.optional(texts),
  return: z.optional(texts),
  official: z.optional(texts),
  officials: z.optional(z.array(officialSchema)),
  purpose: z.optional(texts),
  sexual: z.optional(texts),
  industry: z.optional(texts),
  recruited: z.optional(texts),
  recruitmentSites: z.optional(texts),
  control: z.optional(texts),
  people: line,
  children: line,
  route: z.optional(
    z.union([
      z.strictObject({
        from: z.optional(placeSchema),
        through: z.optional(z.array(placeSchema)),
        to: z.optional(placeSchema),
      }),
      text,
    ]),
  ),
  when: z.optional(z.union([z.strictObject({ since: line, until: line, ongoing: line, detail: line }), text])),
  told: z.optional(texts),
  toldText: line,
  evidence: z.optional(z.strictObject({ files: z.array(fileSchema) })),
  evidenceElsewhere: line,
  help: z.optional(texts),
  contact: z.optional(
    z.union([z.strictObject({ allowed: yesOrNo, days: z.optional(texts), languages: z.optional(texts) }), text]),
  ),
  consent: line,
  consentNamed: line,
  /** Written later by whoever wrote an earlier report of the same case. */
  followUp: yesOrNo,
  answers: z.optional(z.array(ownAnswerSchema)),
});

declare const redacted: unique symbol;

/** Made by `redact` alone, so that nothing can be exported past it. */
export type LeavingReport = z.infer<typeof leavingReportSchema> & { readonly [redacted]: true };
