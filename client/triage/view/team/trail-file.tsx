import { useApp } from '../../app/app.ts';
import { saveTrail } from '../../app/team.ts';
import type { TrailAsked } from '../../calls/team-calls.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.ts';

export function TrailFileButton({ author, about, label }: TrailAsked & { readonly label: string }) {
  const app = useApp();
  const { t } = useWords();
  return (
    <>
      <button type="button" onClick={() => void saveTrail(app, { author, about })}>
        <Icon name="save" />
        {label}
      </button>
      <p class="hint">{t.team.trail.saveHint}</p>
    </>
  );
}
