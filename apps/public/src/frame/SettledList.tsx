import { closingClassNames, type ClosingClass } from '@tongxin/issues/rules';
import { links } from '../links.ts';
import type { SettledRow } from '../pages/records.ts';
import { say, type Text } from '../text/index.ts';

/** Closed matters with the residents' word on them, the unhappy ones among the others. */
export function SettledList({ t, rows, level = 3 }: { t: Text; rows: readonly SettledRow[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol className="slips">
      {rows.map((row) => (
        <li key={row.id}>
          <Heading>
            <a href={links.case(row.id)}>{row.title}</a>
          </Heading>
          <p className="tags">
            <ClosingTag t={t} closingClass={row.closingClass} />
          </p>
          <p className="small">
            {row.placeName}
            {row.closedAt !== null && ` · ${t.settled.closedOn(t.dates.day(row.closedAt))}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

const tones: Record<ClosingClass, string> = {
  solved: 'tag go',
  partly: 'tag half',
  disagreed: 'tag stop',
  explained: 'tag',
  unrated: 'tag',
};

/** The residents' word in words; the colour only repeats it. */
export function ClosingTag({ t, closingClass }: { t: Text; closingClass: ClosingClass | null }) {
  if (closingClass === null) return null;
  return <span className={tones[closingClass]}>{say(t, closingClassNames[closingClass])}</span>;
}
