/** ISO 37002: receive, assess, address, conclude. In the order of a report's way. */
export const STATUSES = ['new', 'acknowledged', 'assessing', 'investigating', 'referred', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
