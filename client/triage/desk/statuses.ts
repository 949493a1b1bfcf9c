/** ISO 37002: receive, assess, address, conclude. In the order of a report's way. */
export const STATUSES = ['new', 'acknowledged', 'assessing', 'investigating', 'referred', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export const CLOSING_REASONS = [
  'resolved',
  'unfounded',
  'insufficient',
  'duplicate',
  'out-of-scope',
  'withdrawn',
  'unsafe-to-act',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
