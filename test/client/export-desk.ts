import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  CELL_BYTES,
  concatBytes,
  listEvidence,
  newEvidenceKey,
  sealEvidence,
  systemRandom,
  type Bytes,
} from '../../crypto/index.ts';
import type { ExportAsked, FileForm, Preview } from '../../client/triage/calls/export-calls.ts';
import { Cases } from '../../client/triage/worker/cases.ts';
import { DeskIndex } from '../../client/triage/worker/desk-index.ts';
import { exportHandlers } from '../../client/triage/worker/exporting.ts';
import type { KeptReport, Memory } from '../../client/triage/worker/memory.ts';
import { triageHandlers } from '../../client/triage/worker/triaging.ts';
import type { TestOffice } from '../server/office.ts';
import { tempFolder } from '../server/helpers.ts';
import { deskOf, newReport } from './triage-desk.ts';

/** A reviewer's desk with what exports and decides, the line to the page left out. */
export interface ExportDesk {
  readonly memory: Memory;
  readonly out: ReturnType<typeof exportHandlers>;
  readonly act: ReturnType<typeof triageHandlers>;
}

export const CONTROL = { signal: new AbortController().signal, tell: () => undefined, transfer: () => undefined };

export function exportDeskAround(memory: Memory): ExportDesk {
  const index = new DeskIndex(memory, new Cases(memory));
  return { memory, out: exportHandlers(memory, index), act: triageHandlers(memory, index) };
}

export async function exportDesk(
  office: TestOffice,
  slot: number,
  ...reports: readonly KeptReport[]
): Promise<ExportDesk> {
  const desk = exportDeskAround(await deskOf(office, slot));
  for (const report of reports) desk.memory.addReport(report);
  return desk;
}

export interface FileSent {
  readonly name: string;
  readonly content: Uint8Array;
  readonly note?: string;
}

/** A report with evidence, and where that lies on the disk. */
export async function withEvidence(
  answers: Partial<KeptReport['report']>,
  files: readonly FileSent[],
): Promise<{ report: KeptReport; path: string; hand: (memory: Memory) => Promise<void> }> {
  const key = newEvidenceKey(systemRandom);
  const listed = files.map(({ name, content, note }) => ({
    name,
    type: '',
    size: content.length,
    ...(note !== undefined && { note }),
  }));
  const size = files.reduce((total, { content }) => total + content.length, 0);
  const cells: Bytes[] = [];
  for await (const cell of sealEvidence(key, size, contentsOf(files))) cells.push(cell);
  const report = await newReport({ ...answers, evidence: listEvidence(key, listed) }, { cells: cells.length });
  const path = join(await tempFolder(), 'evidence.bundle');
  await writeFile(path, concatBytes(...cells));
  const hand = async (memory: Memory) => {
    // What a browser gives for a file that was chosen: it is read when it is needed, and may be gone by then.
    const file = (await openAsBlob(path)) as File;
    memory.places.set(report.letter, { file, at: cells.map((_, i) => i * CELL_BYTES) });
  };
  return { report, path, hand };
}

async function* contentsOf(files: readonly FileSent[]): AsyncGenerator<Uint8Array> {
  for (const { content } of files) yield await Promise.resolve(content);
}

export function asked(tags: readonly string[], more: Partial<ExportAsked> = {}): ExportAsked {
  return { tags, form: 'json', language: 'en', notes: true, to: '', ...more };
}

export async function fileOf(
  { out }: ExportDesk,
  form: FileForm,
  tags: readonly string[],
  more: Partial<ExportAsked> = {},
): Promise<{ name: string; text: string; sha256: string }> {
  const { file, name, sha256 } = await out.exportFile({ ...asked(tags, more), form }, CONTROL);
  return { name, sha256, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer()) };
}

/** The whole package, as the page puts it together. */
export async function packageOf(
  { out }: ExportDesk,
  tag: string,
  more: Partial<ExportAsked> = {},
): Promise<Uint8Array> {
  const { id } = await out.beginPackage(asked([tag], { form: 'package', ...more }), CONTROL);
  const pieces: Uint8Array[] = [];
  for (let piece = await out.nextPiece(id, CONTROL); piece; piece = await out.nextPiece(id, CONTROL))
    pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

export function previewText(preview: Preview): string {
  return preview.kind === 'text' ? preview.text : JSON.stringify([preview.reports, preview.files]);
}
