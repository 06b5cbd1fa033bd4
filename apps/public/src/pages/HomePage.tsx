import { publicWords, wordNames } from '@tongxin/matters/rules';
import { FindForm } from '../frame/FindForm.tsx';
import { Layout } from '../frame/Layout.tsx';
import { Numbers } from '../frame/Numbers.tsx';
import { SessionList } from '../frame/SessionList.tsx';
import { SettledList } from '../frame/SettledList.tsx';
import { SiteList } from '../frame/SiteList.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';
import { ElderHome } from './ElderHome.tsx';
import type { OpenNumber, PlaceLink, SessionRow, SettledRow, SiteRow } from './records.ts';

export type HomeContent = {
  /** The place this browser remembers; its sessions come first. */
  place: PlaceLink | null;
  counties: readonly PlaceLink[];
  /** The first doors of the remembered place. */
  sites: readonly SiteRow[];
  sessions: readonly SessionRow[];
  settled: readonly SettledRow[];
  numbers: readonly OpenNumber[];
};

/** The front of the notice board. */
export function HomePage(props: Drawn & HomeContent) {
  const { t, visit, place, counties, sites, sessions, settled, numbers } = props;
  if (visit.look === 'elder') return <ElderHome t={t} visit={visit} place={place} />;
  return (
    <Layout t={t} visit={visit} title={t.home.title} wide>
      <div className="threshold">
        <div>
          <h1>{t.home.title}</h1>
          <p className="lead">{t.home.lead}</p>
          <p className="doors">
            <a className="door" href={links.tell({ place: place?.code })}>
              <strong>{t.home.tell}</strong>
              <span>{t.home.tellHint}</span>
            </a>
            <a className="door second" href={links.follow()}>
              <strong>{t.home.follow}</strong>
              <span>{t.home.followHint}</span>
            </a>
          </p>
        </div>
        <section aria-labelledby="way">
          <h2 id="way" className="unseen">
            {t.home.wordsTitle}
          </h2>
          <ol className="way">
            {publicWords.map((word) => (
              <li key={word}>
                <span className="word">{say(t, wordNames[word])}</span>
                <span>{t.home.words[word]}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <div className="board">
        <section aria-labelledby="sessions">
          <h2 id="sessions">{place === null ? t.home.sessionsTitle : t.home.near(place.name)}</h2>
          {sessions.length === 0 ? <p>{t.home.noSessions}</p> : <SessionList t={t} rows={sessions} />}
          <p>
            <a href={links.sessions({ in: place?.code })}>{t.home.sessionsAll}</a>
          </p>
        </section>
        {place !== null && sites.length > 0 && (
          <section aria-labelledby="sites">
            <h2 id="sites">{t.sites.near(place.name)}</h2>
            <SiteList t={t} rows={sites} />
            <p>
              <a href={links.sites({ in: place.code })}>{t.sites.all}</a>
            </p>
          </section>
        )}
        <section aria-labelledby="find">
          <h2 id="find">{t.home.findTitle}</h2>
          <FindForm t={t} />
          <h3 className="plain-title">{t.home.counties}</h3>
          <ul className="names">
            {counties.map(({ code, name }) => (
              <li key={code}>
                <a href={links.find({ in: code })}>{name}</a>
              </li>
            ))}
          </ul>
          {place !== null && (
            <form method="post" action={links.forgetPlace()}>
              <button type="submit" className="as-link">
                {t.home.forgetPlace}
              </button>
            </form>
          )}
        </section>
        <section aria-labelledby="settled">
          <h2 id="settled">{t.home.settledTitle}</h2>
          {settled.length === 0 ? <p>{t.home.noSettled}</p> : <SettledList t={t} rows={settled} />}
          <p>
            <a href={links.settled({ in: place?.code })}>{t.home.settledAll}</a>
          </p>
        </section>
        <section aria-labelledby="numbers">
          <h2 id="numbers">{t.home.numbersTitle}</h2>
          <p className="small">{t.home.numbersNote}</p>
          <Numbers t={t} rows={numbers} />
        </section>
      </div>
    </Layout>
  );
}
