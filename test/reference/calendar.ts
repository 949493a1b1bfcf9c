import { Refusal } from './refusal.ts';

// SPEC, Conventions: dates are YYYY-MM-DD in UTC, epochs are calendar months counted from January 2020.
// Dates in this form stand in the order of their text.

export function date(value: unknown, code: string): string {
  if (typeof value !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) throw new Refusal(code, 'not a date');
  const day = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  if (!exists) throw new Refusal(code, `${value} is not in the calendar`);
  return value;
}

export function epochOf(day: string): number {
  return (Number(day.slice(0, 4)) - 2020) * 12 + (Number(day.slice(5, 7)) - 1);
}

/** SPEC, Epoch keys: `expires` is the last day of the following month. Day 0 of a month is the last of the one before. */
export function lastDayAfter(epoch: number): string {
  return new Date(Date.UTC(2020, epoch + 2, 0)).toISOString().slice(0, 10);
}
