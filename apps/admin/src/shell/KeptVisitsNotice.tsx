import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { paths } from '../paths.ts';
import { useKeptVisits } from '../screens/rotas/use-kept-visits.ts';
import { shellText } from '../text/shell.ts';

/** On every page, as long as a visitor who was written down without a network is not done with. */
export function KeptVisitsNotice() {
  const t = useText(shellText);
  const kept = useKeptVisits();
  const [first] = kept;
  if (first === undefined) return null;
  return (
    <p className="kept-visits" role="status">
      {t.keptVisits(kept.length)} <Link {...paths.receive(first.turnId)}>{t.openKeptVisits}</Link>
    </p>
  );
}
