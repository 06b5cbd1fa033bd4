import { Layout } from '../frame/Layout.tsx';
import { SiteList } from '../frame/SiteList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import type { PlaceLink, SiteRow } from './records.ts';

export type MemberContent = {
  name: string;
  dutyTitle: string | null;
  sector: string;
  villages: readonly (PlaceLink & { within: string })[];
  /** The door that they stand behind; null where there is none. */
  door: SiteRow | null;
};

/** Behind a member's public code: who it is and where to find them, never a telephone, and a way to write down a matter. */
export function MemberPage({ t, visit, name, dutyTitle, sector, villages, door }: Drawn & MemberContent) {
  return (
    <Layout t={t} visit={visit} title={t.sites.memberTitle(name)} back={links.find()}>
      <h1>{t.sites.memberTitle(name)}</h1>
      <dl className="facts">
        {dutyTitle !== null && (
          <>
            <dt>{t.sites.memberDuty}</dt>
            <dd>{dutyTitle}</dd>
          </>
        )}
        {sector !== '' && (
          <>
            <dt>{t.sites.memberSector}</dt>
            <dd>{sector}</dd>
          </>
        )}
        {villages.length > 0 && (
          <>
            <dt>{t.sites.memberVillages}</dt>
            <dd>
              <ul>
                {villages.map(({ code, name: village, within }) => (
                  <li key={code}>
                    <a href={links.place(code)}>{village}</a> <span className="small">{within}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <section aria-labelledby="tell">
        <h2 id="tell">{t.sites.memberTell}</h2>
        <p>{t.sites.memberTellLead}</p>
        <p className="buttons">
          <a
            className="button"
            href={links.tell({ place: villages.length === 1 ? villages[0]!.code : undefined })}
          >
            {t.sites.tellHere}
          </a>
        </p>
      </section>
      {door !== null && (
        <section aria-labelledby="door">
          <h2 id="door">{t.sites.memberDoor}</h2>
          <SiteList t={t} rows={[door]} />
        </section>
      )}
    </Layout>
  );
}
