import type { ExportAsked, ExportProgress, FileForm } from '../calls/export-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { EXPORT_LANGUAGES, type ExportLanguageTag } from '../export/languages.ts';
import type { Publication } from '../export/statistics.ts';
import type { App } from './app.ts';
import { openFileSink } from './file-sink.ts';
import { refreshTriage } from './triaging.ts';
import { saveBlob } from './save-blob.ts';

/** Begins with what a reviewer needs most often; nothing leaves yet. */
export function openExport(app: App, tags: readonly ReportTag[]): void {
  const asked: ExportAsked = { tags, form: 'print', language: languageOfPage(app), notes: false, to: '' };
  showOut(app, { kind: 'export', asked, marking: null });
}

/** All that the list shows now. What comes later is not among it. */
export async function openExportOfList(app: App): Promise<void> {
  const { filter, order } = app.state;
  try {
    openExport(app, await app.desk.call('shown', { filter, order }));
  } catch (error) {
    app.tellFailure(error);
  }
}

export function openFigures(app: App): void {
  showOut(app, { kind: 'figures' });
}

export function closeOut(app: App): void {
  const { out } = app.state;
  if (out?.kind === 'export' && out.marking !== null) {
    app.set({ out: { ...out, marking: null } });
    return;
  }
  app.set({ out: null });
  const back = app.state.isReading ? 'report-title' : 'reports';
  requestAnimationFrame(() => document.getElementById(back)?.focus());
}

function showOut(app: App, out: NonNullable<App['state']['out']>): void {
  app.set({ out, notice: null });
  requestAnimationFrame(() => document.getElementById('out-title')?.focus());
}

/** Exports speak more languages than the page: it is one of them. */
function languageOfPage({ state }: App): ExportLanguageTag {
  return EXPORT_LANGUAGES.find(({ tag }) => tag === state.language)?.tag ?? 'en';
}

export interface Saved {
  readonly name: string;
  /** Hex; a package carries its own. */
  readonly sha256: string | null;
}

export interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** Throws {@link CallError}. */
export async function saveFile(
  app: App,
  asked: ExportAsked & { readonly form: FileForm },
  watching: Watching,
): Promise<Saved> {
  const { file, name, sha256 } = await app.desk.call('exportFile', asked, watching);
  saveBlob(file, name);
  void refreshTriage(app);
  return { name, sha256 };
}

/**
 * Packs piece by piece, into a file that is not there until it is whole. `null`: the reviewer chose no place for it. Throws
 * {@link CallError}, and the browser's own error where the disk is full.
 */
export async function savePackage(
  app: App,
  asked: ExportAsked,
  { signal, onProgress }: Watching,
): Promise<Saved | null> {
  // Asked first: browsers show the dialog only right after a key or a click.
  const sink = await openFileSink(packageName());
  if (!sink) return null;
  let id: number | null = null;
  try {
    const begun = await app.desk.call('beginPackage', asked);
    ({ id } = begun);
    let done = 0;
    for (;;) {
      signal.throwIfAborted();
      const piece = await app.desk.call('nextPiece', id);
      if (!piece) break;
      done += piece.length;
      await sink.write(piece);
      onProgress({ done, total: Math.max(begun.bytes, done) });
    }
    signal.throwIfAborted();
    await sink.close();
    void refreshTriage(app);
    return { name: sink.name, sha256: null };
  } catch (error) {
    if (id !== null) void app.desk.call('dropPackage', id).catch(() => null);
    await sink.abandon();
    throw error;
  }
}

/** Says the day, and nothing of what is in it. */
function packageName(): string {
  return `report-${new Date().toISOString().slice(0, 10)}.zip`;
}

/** Shows nothing but what is to be printed, and has the browser print it. */
export async function printReports(app: App, asked: ExportAsked): Promise<void> {
  const reports = await app.desk.call('printed', asked);
  void refreshTriage(app);
  app.set({ sheet: { language: asked.language, content: { kind: 'reports', reports } } });
}

export function printFigures(app: App, publication: Publication, language: ExportLanguageTag): void {
  const office = app.state.office?.name ?? '';
  app.set({ sheet: { language, content: { kind: 'figures', publication, office } } });
}

export function closeSheet(app: App): void {
  app.set({ sheet: null });
  requestAnimationFrame(() => document.getElementById('out-title')?.focus());
}
