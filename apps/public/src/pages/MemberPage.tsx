import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink } from './records.ts';

export type MemberContent = {
  member: { name: string; dutyTitle: string | null; sector: string };
  /** Whom they look after, each with its township. */
  villages: readonly PlaceLink[];
};

/** Who is behind a member's public QR, and how to tell a problem. */
export function MemberPage({ t, visit, member, villages }: Drawn & MemberContent) {
  const { name, dutyTitle, sector } = member;
  const title = t.sites.memberTitle(name);
  // Whoever scans it in the member's one village need not look for the village.
  const place = villages.length === 1 ? villages[0]!.code : undefined;
  return (
    <Layout t={t} visit={visit} title={title} back={links.home()} hidden>
      <h1>{title}</h1>
      <p className="lead">{t.sites.memberLead}</p>
      <dl className="facts">
        {dutyTitle !== null && (
          <>
            <dt>{t.sites.memberDuty}</dt>
            <dd>{dutyTitle}</dd>
          </>
        )}
        <dt>{t.sites.memberSector}</dt>
        <dd>{sector}</dd>
        {villages.length > 0 && (
          <>
            <dt>{t.sites.memberVillages}</dt>
            <dd>
              <ul>
                {villages.map((village) => (
                  <li key={village.code}>
                    <a href={links.place(village.code)}>{village.name}</a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <p>{t.sites.memberTellHint}</p>
      <p className="buttons">
        <a className="button" href={links.tell({ place })}>
          {t.sites.memberTell}
        </a>
      </p>
    </Layout>
  );
}
