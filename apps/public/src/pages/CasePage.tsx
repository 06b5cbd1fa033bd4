import { Layout } from '../frame/Layout.tsx';
import { ClosingTag } from '../frame/SettledList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { Change, PlaceLink, SettledRow } from './records.ts';

export type CaseContent = {
  matter: SettledRow & { text: string; outcome: string | null; publishedAt: string; change: Change | null };
  place: PlaceLink;
};

/** One published matter, rewritten so that nobody can be recognised in it. */
export function CasePage({ t, visit, matter, place }: Drawn & CaseContent) {
  return (
    <Layout
      t={t}
      visit={visit}
      title={matter.title}
      section="settled"
      back={links.settled({ in: place.code })}
    >
      <h1>{matter.title}</h1>
      <p className="tags">
        <ClosingTag t={t} closingClass={matter.closingClass} />
      </p>
      <dl className="facts">
        <dt>{t.settled.place}</dt>
        <dd>
          <a href={links.place(place.code)}>{place.name}</a>
        </dd>
        <dt>{t.settled.what}</dt>
        <dd>
          <span className="written">{matter.text}</span>
          <span className="small">{t.settled.rewritten}</span>
        </dd>
        {matter.outcome !== null && (
          <>
            <dt>{t.settled.outcome}</dt>
            <dd className="written">{matter.outcome}</dd>
          </>
        )}
      </dl>
      <p className="small">
        {matter.closedAt !== null && t.settled.closedOn(t.dates.day(matter.closedAt))}
        {matter.closedAt !== null && ' · '}
        {t.settled.publishedAt(t.dates.day(matter.publishedAt))}
      </p>
      {matter.change !== null && (
        <p className="note">{t.settled.changed(t.dates.day(matter.change.at), matter.change.why)}</p>
      )}
      <p>
        <a href={links.chain(matter.id)}>{t.settled.chain}</a>
      </p>
    </Layout>
  );
}
