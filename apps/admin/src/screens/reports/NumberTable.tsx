import { Link } from '@tanstack/react-router';
import { groupNames, groups, measureRules, type Measure } from '@tongxin/reports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { paths } from '../../paths.ts';
import { reportsText } from '../../text/reports.ts';
import { searchOf } from './period.ts';
import type { Table } from './TableScreen.tsx';

type Row = { code: string; name: string; numbers: Table['total'] };

/** One row per place, one column per number, grouped. Every number is a link. */
export function NumberTable({ table }: { table: Table }) {
  const t = useText(reportsText);
  const { locale } = useLocale();
  const measuresShown = groups.flatMap((group) => ofGroup(table, group));
  const total: Row = { code: table.division.code, name: t.total, numbers: table.total };
  return (
    <>
      <NumberCards rows={[total, ...table.rows]} table={table} />
      <div className="number-table" role="region" aria-label={t.title}>
        <table className="listing" role="table">
          <caption className="only-read-out">{t.title}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th rowSpan={2} role="columnheader" scope="col">
                {t.division}
              </th>
              {groups.map((group) => (
                <th
                  key={group}
                  colSpan={ofGroup(table, group).length}
                  role="columnheader"
                  scope="colgroup"
                  className="group"
                >
                  {groupNames[group][locale]}
                </th>
              ))}
            </tr>
            <tr role="row">
              {measuresShown.map((measure) => (
                <th key={measure} role="columnheader" scope="col" className="number">
                  {measureRules[measure].label[locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {[total, ...table.rows].map((row) => (
              <tr
                key={row === total ? 'total' : row.code}
                role="row"
                className={row === total ? 'total' : undefined}
              >
                <th scope="row" role="rowheader" className="names">
                  {row === total || table.division.level === 'township' ? (
                    row.name
                  ) : (
                    <Link {...paths.reports({ place: row.code, ...searchOf(table.period) })}>{row.name}</Link>
                  )}
                </th>
                {measuresShown.map((measure) => (
                  <td
                    key={measure}
                    role="cell"
                    className="number"
                    data-title={measureRules[measure].label[locale]}
                  >
                    <NumberLink row={row} measure={measure} period={searchOf(table.period)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The same on a telephone: one card per place, of which the total is open. */
function NumberCards({ rows, table }: { rows: readonly Row[]; table: Table }) {
  const { locale } = useLocale();
  const t = useText(reportsText);
  const period = searchOf(table.period);
  return (
    <div className="number-cards">
      {rows.map((row, at) => (
        <details key={at === 0 ? 'total' : row.code} className="panel" open={at === 0}>
          <summary>{row.name}</summary>
          {at > 0 && table.division.level !== 'township' && (
            <p>
              <Link {...paths.reports({ place: row.code, ...period })}>{t.inside(row.name)}</Link>
            </p>
          )}
          {groups.map((group) => (
            <section key={group}>
              <h2>{groupNames[group][locale]}</h2>
              <dl>
                {ofGroup(table, group).map((measure) => (
                  <div key={measure}>
                    <dt>{measureRules[measure].label[locale]}</dt>
                    <dd>
                      <NumberLink row={row} measure={measure} period={period} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </details>
      ))}
    </div>
  );
}

function ofGroup(table: Table, group: (typeof groups)[number]): Measure[] {
  return table.measures.filter((measure) => measureRules[measure].group === group);
}

type LinkProps = { row: Row; measure: Measure; period: { period: string; from: string } };

/** A number that opens its list. */
function NumberLink({ row, measure, period }: LinkProps) {
  const t = useText(reportsText);
  const { locale } = useLocale();
  const number = row.numbers[measure];
  if (number === null) return <span className="quiet">{t.noNumber}</span>;
  const label = t.open(row.name, measureRules[measure].label[locale], String(number));
  return (
    <Link {...paths.behindNumber({ measure, place: row.code, ...period })} aria-label={label}>
      {number}
    </Link>
  );
}
