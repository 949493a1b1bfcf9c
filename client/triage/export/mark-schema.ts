import * as z from 'zod/mini';

const path = z.array(z.union([z.string(), z.int().check(z.nonnegative())]));
const place = z.int().check(z.nonnegative());

/** Marks as a casebook keeps them. */
export const marksSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('words'), path, start: place, end: place }),
    z.strictObject({ kind: z.literal('name'), text: z.string().check(z.minLength(1)) }),
    z.strictObject({ kind: z.literal('answer'), path }),
    z.strictObject({ kind: z.literal('file'), index: place }),
  ]),
);
