import { Layout } from '../frame/Layout.tsx';
import { Pager } from '../frame/Pager.tsx';
import { SettledList } from '../frame/SettledList.tsx';
import { closingClassNames, type ClosingClass } from '@tongxin/issues/rules';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import type { PlaceLink, SettledRow } from './records.ts';

export type SettledContent = {
  place: PlaceLink | null;
  /** Only those that ended so; null lists all. */
  ending: ClosingClass | null;
  /** How many there are in all: the number that leads here. */
  count: number;
  rows: readonly SettledRow[];
  next: string | null;
  later: boolean;
};

/** What was closed and published, whatever the residents said of it. */
export function SettledPage({ t, visit, place, ending, count, rows, next, later }: Drawn & SettledContent) {
  const title = place === null ? t.settled.title : `${place.name} · ${t.settled.title}`;
  const here = { as: ending ?? undefined };
  return (
    <Layout t={t} visit={visit} title={title} section="settled">
      <h1>{title}</h1>
      <p className="lead">{t.settled.lead}</p>
      {ending !== null && (
        <p>
          <strong>{say(t, closingClassNames[ending])}</strong>{' '}
          <a href={links.settled({ in: place?.code })}>{t.settled.allEndings}</a>
        </p>
      )}
      <p className="small">
        {t.settled.count(count)}
        {' · '}
        {place === null ? (
          <a href={links.find()}>{t.settled.narrow}</a>
        ) : (
          <a href={links.settled(here)}>{t.settled.everywhere}</a>
        )}
      </p>
      {rows.length === 0 ? <p>{t.settled.none}</p> : <SettledList t={t} rows={rows} level={2} />}
      <Pager
        t={t}
        next={next === null ? null : links.settled({ ...here, in: place?.code, after: next })}
        first={later ? links.settled({ ...here, in: place?.code }) : null}
      />
    </Layout>
  );
}
