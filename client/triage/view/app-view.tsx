import { useEffect, useState } from 'preact/hooks';

import { AppProvider, useApp, useAppState, type App } from '../app/app.ts';
import { lock } from '../app/locking.ts';
import { openFiles } from '../app/opening.ts';
import { chooseFiles } from '../app/unlocking.ts';
import { OutboxDialog } from './answering/outbox.tsx';
import { Bar } from './bar.tsx';
import { CeremonyScreen } from './ceremony/screen.tsx';
import { Dialog } from './dialog.tsx';
import { ListPane } from './list.tsx';
import { NoticeBar } from './notice.tsx';
import { OfficeBanner, OfficeDialog } from './office.tsx';
import { OfficeSettingsDialog } from './office-settings/office-settings.tsx';
import { OpeningBar } from './opening.tsx';
import { OutScreen } from './out/out-screen.tsx';
import { PrintSheet } from './out/sheet.tsx';
import { ReadingPane } from './report.tsx';
import { MergeDialog, PassphraseDialog, SettingsDialog } from './settings.tsx';
import { ShortcutsDialog } from './shortcuts.tsx';
import { TeamDialog } from './team/team.tsx';
import { TrailDialog } from './team/trail.tsx';
import { WaitingDialog } from './team/waiting.tsx';
import { Announcer } from './triage-pane/pane.tsx';
import { Unlock } from './unlock.tsx';
import { UnopenedDialog } from './unopened.tsx';
import { useWords } from './words.ts';

export function AppView({ app }: { readonly app: App }) {
  return (
    <AppProvider value={app}>
      <Page />
    </AppProvider>
  );
}

function Page() {
  const { language } = useWords();
  const isUnlocked = useAppState((state) => state.session !== null);
  const sheet = useAppState((state) => state.sheet);
  const isCeremony = useAppState((state) => state.ceremony !== null);
  useEffect(() => {
    document.documentElement.lang = language.tag;
    document.documentElement.dir = language.direction;
    document.title = language.texts.page.title;
  }, [language]);
  return (
    <>
      {isUnlocked ? sheet ? <PrintSheet sheet={sheet} /> : <Desk /> : isCeremony ? <CeremonyScreen /> : <Unlock />}
      <DropArea />
      <Dialogs />
    </>
  );
}

function Desk() {
  const { t } = useWords();
  const isReading = useAppState((state) => state.isReading);
  const isOut = useAppState((state) => state.out !== null);
  return (
    <div class={isReading ? 'desk reading' : 'desk'}>
      <p class="printed-instead">{t.out.printNothing}</p>
      {!isOut && (
        <a class="skip" href="#reading">
          {t.page.skip}
        </a>
      )}
      <Bar />
      <section class="banners" aria-label={t.page.notices}>
        <OfficeBanner />
        <OpeningBar />
        <NoticeBar />
      </section>
      <Announcer />
      {isOut ? (
        <OutScreen />
      ) : (
        <main class="panes" aria-label={t.page.main}>
          <ListPane />
          <ReadingPane />
        </main>
      )}
    </div>
  );
}

/** Another dialog is a component of its own, and a line here. */
function Dialogs() {
  const app = useApp();
  const dialog = useAppState((state) => state.dialog);
  const toMerge = useAppState((state) => state.toMerge);
  const locksSoon = useAppState((state) => state.locksSoon);
  const close = () => {
    app.set({ dialog: null, toMerge: null });
  };
  if (locksSoon) return <LocksSoon />;
  switch (dialog) {
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'unopened':
      return <UnopenedDialog onClose={close} />;
    case 'office':
      return <OfficeDialog onClose={close} />;
    case 'office-settings':
      return <OfficeSettingsDialog onClose={close} />;
    case 'passphrase':
      return <PassphraseDialog onClose={close} />;
    case 'merge':
      return toMerge && <MergeDialog file={toMerge} onClose={close} />;
    case 'waiting':
      return <WaitingDialog onClose={close} />;
    case 'team':
      return <TeamDialog onClose={close} />;
    case 'trail':
      return <TrailDialog onClose={close} />;
    case 'outbox':
      return <OutboxDialog onClose={close} />;
    case null:
      return null;
  }
}

function LocksSoon() {
  const app = useApp();
  const { t } = useWords();
  const stay = () => {
    app.set({ locksSoon: false });
  };
  return (
    <Dialog title={t.idle.title} onClose={stay} isQuestion>
      <p>{t.idle.hint}</p>
      <p class="row-acts">
        <button type="button" class="primary" onClick={stay}>
          {t.idle.stay}
        </button>
        <button type="button" onClick={() => void lock(app)}>
          {t.idle.lockNow}
        </button>
      </p>
    </Dialog>
  );
}

/** Files can be dropped anywhere. The browser, left to itself, would leave the page and show them. */
function DropArea() {
  const app = useApp();
  const { t } = useWords();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      if (app.state.ceremony) return; // each step asks for its own files
      setOver(event.dataTransfer?.types.includes('Files') === true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (app.state.ceremony) return;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void (app.state.session ? openFiles(app, files) : chooseFiles(app, files));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [app]);
  return isOver ? (
    <div class="drop-here" aria-hidden="true">
      {t.page.drop}
    </div>
  ) : null;
}
