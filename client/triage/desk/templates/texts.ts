/** What a reply is for. In the order in which a report comes to need them. */
export const TEMPLATE_KINDS = ['acknowledgement', 'question', 'feedback', 'referral', 'closing', 'safety'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/**
 * Words of the replies in one language: short, plain, without promises. `{places}` are filled in by the desk or by whoever writes:
 * `received`, `feedbackBy`, `question`, `done`, `organisation`, `reason`, `emergency`.
 */
export type TemplateTexts = Readonly<Record<TemplateKind, string>>;
