import { fill } from '../../messages/index.ts';
import type { TriageCalls } from '../calls/triage-calls.ts';
import type { ArgumentOf } from '../calls/line.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { languageOf, type Texts } from '../messages/index.ts';
import type { App } from './app.ts';
import { openReport } from './reading.ts';

/** Calls that change something and give nothing back. */
type Acts = {
  [Name in keyof TriageCalls]: TriageCalls[Name]['answer'] extends null
    ? null extends TriageCalls[Name]['answer']
      ? Name
      : never
    : never;
}[keyof TriageCalls];

export function textsOf({ state }: App): Texts {
  return languageOf(state.language).texts;
}

/** Does it, shows what came of it, and says so to whoever hears the page. Gives whether it was done. */
export async function decide<Name extends Acts>(
  app: App,
  name: Name,
  asked: ArgumentOf<TriageCalls, Name>,
  said?: string,
): Promise<boolean> {
  try {
    await app.desk.call(name, asked as never);
    await refreshTriage(app);
    say(app, said ?? textsOf(app).triage.said.done);
    return true;
  } catch (error) {
    app.tellFailure(error);
    return false;
  }
}

/** Said again also where it is the same as before: the texts differ by a mark that is not heard. */
export function say(app: App, text: string): void {
  app.set({ said: app.state.said === text ? `${text}\u00A0` : text });
}

/** What is known now of the report that is open, and what there is to choose from. */
export async function refreshTriage(app: App): Promise<void> {
  const tag = app.state.report?.tag;
  const [choices, triage] = await Promise.all([
    app.desk.call('choices', null).catch(() => null),
    tag === undefined ? null : app.desk.call('triage', tag).catch(() => null),
  ]);
  if (!app.state.session) return;
  app.set({ choices: choices ?? app.state.choices });
  if (tag === undefined || app.state.report?.tag !== tag || !triage) return;
  const wasHidden = app.state.report.isRecused;
  app.set({ triage });
  // What it says is shown again, or is not.
  if (wasHidden !== triage.isRecused) await openReport(app, tag);
}

export async function lookForLinks(app: App, tag: ReportTag): Promise<void> {
  app.set({ suggestions: 'looking' });
  try {
    const suggestions = await app.desk.call('suggestions', tag);
    if (app.state.report?.tag === tag) app.set({ suggestions });
  } catch (error) {
    app.set({ suggestions: null });
    app.tellFailure(error);
  }
}

/** Links with a report that somebody names by its number. Gives whether there is one. */
export async function linkByNumber(app: App, tag: ReportTag, number: string, why: string): Promise<boolean> {
  const other = await app.desk.call('byNumber', number).catch(() => null);
  if (!other) return false;
  return decide(app, 'mark', { tag, to: 'link', value: other.tag, why }, textsOf(app).triage.said.linked);
}

export function assignToMe(app: App): void {
  const { report, session } = app.state;
  if (!report || !session) return;
  const { triage } = textsOf(app);
  const said = fill(triage.said.set, { field: triage.assignee, value: session.name });
  void decide(app, 'setField', { tag: report.tag, field: 'assignee', value: session.identity }, said);
}
