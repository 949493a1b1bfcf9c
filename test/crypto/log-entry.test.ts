import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  coverEntry,
  decodeLogEntry,
  encodeLogEntry,
  LOG_ENTRY_BYTES,
  systemRandom,
  toBytes,
} from '../../crypto/index.ts';

describe('entries', () => {
  test('of both kinds are 173 bytes and come back as they were', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toBytes);
    const day = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ kind: fc.constant('received' as const), day, note: bytes(104), signature: bytes(64) }),
          fc.record({ kind: fc.constant('opened' as const), day, mark: bytes(168) }),
        ),
        (entry) => {
          const encoded = encodeLogEntry(entry);
          expect(encoded).toHaveLength(LOG_ENTRY_BYTES);
          expect(decodeLogEntry(encoded)).toEqual(entry);
        },
      ),
    );
  });

  test.each([
    ['too short', new Uint8Array(172).fill(1)],
    ['too long', new Uint8Array(174).fill(1)],
    ['of kind 0', new Uint8Array(173)],
    ['of kind 3', new Uint8Array(173).fill(3)],
  ])('%s are refused', (_about, bytes) => {
    expect(() => decodeLogEntry(bytes)).toThrow(expect.objectContaining({ code: 'log-entry-malformed' }));
  });

  test('for no letter carry what could be a real signature: no scalar or point that Ed25519 would never give', async () => {
    for (let i = 0; i < 64; i += 1) {
      const entry = decodeLogEntry(await coverEntry(systemRandom, 20_000));
      if (entry.kind !== 'received') throw new Error('another kind');
      expect(entry.day).toBe(20_000);
      expect(entry.signature[63] ?? 255).toBeLessThan(0x11); // below the group's order, 2^252 and some
      ed25519.Point.fromBytes(entry.signature.slice(0, 32)).assertValidity();
    }
  });
});
