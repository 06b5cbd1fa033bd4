import { activityNames } from '@tongxin/members/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import type { Outputs } from '../../api.ts';
import { recordText } from '../../text/record.ts';

/** What a group owes and has held, a line per category. */
export function OwedLines({ owed }: { owed: Outputs['record']['group']['owed'] }) {
  const t = useText(recordText).owed;
  const { locale } = useLocale();
  if (owed.length === 0) return <>{t.nothing}</>;
  return owed.map(({ category, amount, held }) => {
    const name = activityNames[category][locale];
    return (
      <div key={category}>
        {held < amount ? <strong>{t.short(name, amount - held)}</strong> : name}{' '}
        <span className="quiet small">{amount === 0 ? t.heldOnly(held) : t.heldOf(held, amount)}</span>
      </div>
    );
  });
}
