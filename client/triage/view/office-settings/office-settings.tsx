import { useEffect, useState } from 'preact/hooks';

import { useApp, useAppState } from '../../app/app.ts';
import type { OfficeUse } from '../../calls/triage-calls.ts';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../words.ts';
import { LabelsSetting } from './labels-setting.tsx';
import { StatusesSetting } from './statuses-setting.tsx';
import { TemplatesSetting } from './templates-setting.tsx';

/** What all reviewers of the office have in common beside its reports. */
export function OfficeSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const choices = useAppState((state) => state.choices);
  const use = useOfficeUse();
  return (
    <Dialog title={t.officeSettings.title} onClose={onClose}>
      <p class="hint">{t.officeSettings.intro}</p>
      {choices && use && (
        <div class="office-settings">
          <StatusesSetting choices={choices} use={use} />
          <LabelsSetting choices={choices} use={use} />
          <TemplatesSetting choices={choices} />
        </div>
      )}
    </Dialog>
  );
}

/** Asked again with every change of the journal. */
function useOfficeUse(): OfficeUse | null {
  const app = useApp();
  const changes = useAppState((state) => state.changed.changes);
  const [use, setUse] = useState<OfficeUse | null>(null);
  useEffect(() => {
    app.desk.call('officeUse', null).then(setUse, () => undefined);
  }, [app, changes]);
  return use;
}
