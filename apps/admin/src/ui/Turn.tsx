import { ownerNames, type OwnerRole } from '@tongxin/matters/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { shellText } from '../text/shell.ts';
import { Due } from './Due.tsx';

/** Whose turn it is, and until when. */
export function Turn({
  matter,
}: {
  matter: { ownerRole: OwnerRole | null; dueAt: string | null; closedAt: string | null };
}) {
  const t = useText(shellText);
  const { locale } = useLocale();
  if (matter.closedAt !== null || matter.ownerRole === null)
    return <p className="gap-below quiet">{t.noTurn}</p>;
  return (
    <p className="gap-below turn">
      {t.turn(ownerNames[matter.ownerRole][locale])} <Due at={matter.dueAt} />
    </p>
  );
}
