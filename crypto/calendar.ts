import * as z from 'zod/mini';

/** A day in UTC as `YYYY-MM-DD`; compares as text (SPEC.md, Conventions). */
export type IsoDate = string;

export const isoDate = z.iso.date();

const EPOCH_YEAR = 2020; // epoch 0 is January 2020
const MONTHS_A_YEAR = 12;
const DAY_MS = 86_400_000;

export function isoDateOf(instant: Date): IsoDate {
  return instant.toISOString().slice(0, 10);
}

/** Days since 1970-01-01, the only time that the server keeps. */
export function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS);
}

export function isoDateOfDay(day: number): IsoDate {
  return isoDateOf(new Date(day * DAY_MS));
}

/** The epoch of a day: months since January 2020. */
export function epochOf(date: IsoDate): number {
  return (Number(date.slice(0, 4)) - EPOCH_YEAR) * MONTHS_A_YEAR + Number(date.slice(5, 7)) - 1;
}

/** The month of an epoch as `YYYY-MM`, for people. */
export function monthOf(epoch: number): string {
  return firstDayOf(epoch).slice(0, 7);
}

/** The last day of the month after the epoch: no epoch key may live longer. */
export function lastDayToSeal(epoch: number): IsoDate {
  return isoDateOfDay(dayOf(new Date(firstDayOf(epoch + 2))) - 1);
}

function firstDayOf(epoch: number): IsoDate {
  return isoDateOf(new Date(Date.UTC(EPOCH_YEAR, epoch, 1)));
}
