import { useAppState } from '../../app/app.ts';
import { ExportScreen } from './export-screen.tsx';
import { FiguresScreen } from './figures.tsx';

/** In place of the reports, while something is made to leave. */
export function OutScreen() {
  const out = useAppState((state) => state.out);
  if (!out) return null;
  return out.kind === 'figures' ? <FiguresScreen /> : <ExportScreen out={out} />;
}
