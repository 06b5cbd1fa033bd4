import { Link } from '@tanstack/react-router';
import {
  recordCategories,
  recordCategoryNames,
  recordStateNames,
  recordStates,
  type RecordCategory,
  type RecordState,
} from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { paths } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { Rows } from '../../ui/Listing.tsx';
import type { Summary } from './RecordScreen.tsx';

type Props = { summary: Summary; category: RecordCategory | undefined; state: RecordState | undefined };

/** How many lines of each category and outcome; each number opens its lines. */
export function Counts({ summary: { member, year, counts }, category, state }: Props) {
  const t = useText(recordText).member;
  const { locale } = useLocale();
  const there = recordCategories.filter((one) => counts.some((count) => count.category === one));
  const link = (search: { category?: string; state?: string }) =>
    paths.memberRecord(member.id, { year: String(year), ...search });
  const number = (of: RecordCategory, outcome: RecordState | undefined) => {
    const some = counts.filter((one) => one.category === of && (outcome ?? one.state) === one.state);
    const lines = some.reduce((sum, one) => sum + one.lines, 0);
    const chosen = of === category && outcome === state;
    return lines === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <Link
        {...link({ category: of, ...(outcome && { state: outcome }) })}
        aria-current={chosen ? 'true' : undefined}
      >
        {lines}
      </Link>
    );
  };
  if (there.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.counts}</h2>
      <Rows
        caption={t.counts}
        rows={there}
        keyOf={(one) => one}
        columns={[
          { title: t.category, names: true, show: (one) => recordCategoryNames[one][locale] },
          { title: t.lines, number: true, show: (one) => number(one, undefined) },
          ...recordStates.map((outcome) => ({
            title: recordStateNames[outcome][locale],
            number: true,
            show: (one: RecordCategory) => number(one, outcome),
          })),
        ]}
      />
      {category !== undefined && (
        <p className="links">
          <Link {...link({})}>{t.everything}</Link>
        </p>
      )}
    </section>
  );
}
