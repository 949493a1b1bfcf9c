import { startsWith, sameBytes } from './bytes.ts';
import type { Findings } from './finding.ts';
import { latin1 } from './text.ts';

/**
 * Colour profiles (ICC.1). A profile that a system made for one screen names that screen, its serial number and when it was
 * measured, and screenshots carry it. What turns colours stays; the rest is emptied in place, so that lengths stay too.
 */
export const PROFILE_BYTES_MAX = 4 * 1024 * 1024; // the largest of the printing industry are about 2 MiB

const HEADER_BYTES = 128;
const ENTRY_BYTES = 12;
const TAGS_MAX = 100;

/** Header fields that no conversion uses: CMM, date, platform, what is the vendor's, manufacturer, model, creator, id, reserved. */
const EMPTIED: readonly (readonly [from: number, to: number])[] = [
  [4, 8],
  [24, 36],
  [40, 46],
  [48, 60],
  [80, 128],
];

const COLOUR_TAG =
  /^(?:[rgbk]TRC|[rgb]XYZ|wtpt|bkpt|chad|chrm|cicp|gamt|lumi|tech|view|meas|ncl2|A2B[0-3]|B2A[0-3]|D2B[0-3]|B2D[0-3])$/;
/** Names that thousands share. */
const STANDARD_NAME =
  /rgb|display p3|photo|(?:rec|bt)\.?\s?(?:709|2020|2100)|gamma|fogra|swop|gr[ae]y|linear|generic|^\W*$/i;

/** The same profile, as long, without what names a device or a time; `null` where it is not a profile. */
export function cleanProfile(profile: Uint8Array, found: Findings): Uint8Array<ArrayBuffer> | null {
  if (profile.length < HEADER_BYTES + 4 || !startsWith(profile, 'acsp', 36)) return null;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.length);
  const count = view.getUint32(HEADER_BYTES);
  const tableEnd = HEADER_BYTES + 4 + count * ENTRY_BYTES;
  if (count > TAGS_MAX || tableEnd > profile.length || view.getUint32(0) > profile.length) return null;

  const clean = new Uint8Array(profile.length);
  const cleanView = new DataView(clean.buffer);
  clean.set(profile.subarray(0, HEADER_BYTES));
  for (const [from, to] of EMPTIED) clean.fill(0, from, to);

  let kept = 0;
  const keep = (name: string, at: number, size: number): void => {
    const entry = HEADER_BYTES + 4 + kept++ * ENTRY_BYTES;
    for (let index = 0; index < 4; index++) clean[entry + index] = name.charCodeAt(index);
    cleanView.setUint32(entry + 4, at);
    cleanView.setUint32(entry + 8, size);
  };
  const names: { readonly name: string; readonly at: number; readonly size: number }[] = [];
  for (let index = 0; index < count; index++) {
    const entry = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    const name = latin1(profile.subarray(entry, entry + 4));
    const at = view.getUint32(entry + 4);
    const size = view.getUint32(entry + 8);
    if (at < tableEnd || at + size > profile.length) return null;
    if (COLOUR_TAG.test(name)) {
      clean.set(profile.subarray(at, at + size), at);
      keep(name, at, size);
    } else if (name === 'desc' || name === 'cprt') names.push({ name, at, size });
  }
  // The standard wants a name and a copyright in every profile: they stay, without words.
  for (const { name, at, size } of names) {
    const empty = emptyText(profile.subarray(at, at + size));
    if (!empty || clean.subarray(at, at + size).some((byte) => byte !== 0)) continue;
    clean.set(empty, at);
    keep(name, at, size);
  }
  cleanView.setUint32(HEADER_BYTES, kept);
  if (!sameBytes(clean, profile))
    tellName(
      profile,
      names.find(({ name }) => name === 'desc'),
      found,
    );
  return clean;
}

function emptyText(text: Uint8Array): Uint8Array | null {
  if (startsWith(text, 'desc') && text.length >= 13)
    return Uint8Array.of(0x64, 0x65, 0x73, 0x63, 0, 0, 0, 0, 0, 0, 0, 1);
  if (startsWith(text, 'text') && text.length >= 9) return Uint8Array.of(0x74, 0x65, 0x78, 0x74);
  if (startsWith(text, 'mluc') && text.length >= 16)
    return Uint8Array.of(0x6d, 0x6c, 0x75, 0x63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12);
  return null;
}

function tellName(
  profile: Uint8Array,
  desc: { readonly at: number; readonly size: number } | undefined,
  found: Findings,
): void {
  if (!desc) return;
  const text = latin1(profile.subarray(desc.at + 12, desc.at + desc.size)).replace(/[^ -~]/g, '');
  if (!STANDARD_NAME.test(text)) found.add('device', text);
}
