import type { OpenNumber } from '../pages/records.ts';
import { say, type Text } from '../text/index.ts';

/** Numbers that open onto what they count. */
export function Numbers({ t, rows }: { t: Text; rows: readonly OpenNumber[] }) {
  return (
    <dl className="numbers">
      {rows.map(({ name, value, href }) => {
        const label = typeof name === 'string' ? t.home.numbers[name] : say(t, name);
        return (
          <div key={href} className={typeof name === 'string' ? undefined : 'part'}>
            <dt>{label}</dt>
            <dd>
              <a href={href} aria-label={t.home.numberOf(label, value)}>
                {t.dates.count(value)}
              </a>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
