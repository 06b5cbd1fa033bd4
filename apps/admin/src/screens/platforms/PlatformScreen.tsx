import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { siteRoleNames, siteRoles, type SiteRole } from '@tongxin/platforms/rules';
import { links } from '@tongxin/public/links';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Photos } from '../../ui/PhotoField.tsx';
import { usePlaceNames } from '../../ui/places.ts';
import { Shown } from '../../ui/Shown.tsx';
import { Demonstration } from './Demonstration.tsx';
import { Exceptions, OpenNext, Week } from './opening.tsx';
import { People } from './People.tsx';
import { SiteEvents } from './SiteEvents.tsx';
import { SiteHistory } from './SiteHistory.tsx';
import { SiteLog } from './SiteLog.tsx';
import { Standard } from './Standard.tsx';

export type Desk = Outputs['platforms']['desk'];
type WithReason = { reason: string };

const route = getRouteApi('/inside/platforms/$id');

/** One site: what everybody sees, who stands behind it, its standard, its papers as an example, its history. */
export function PlatformScreen() {
  const texts = useText(platformsText);
  const t = texts.one;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const nameOf = usePlaceNames();
  const query = useQuery(api.platforms.desk.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(site) => (
        <>
          <PageHead
            title={site.name}
            above={<Link {...paths.platforms()}>{texts.title}</Link>}
            lead={
              <>
                {nameOf(site.townshipCode ?? site.placeCode)}
                {' · '}
                {site.closedOn === null ? (
                  <OpenNext next={site.nextOpen} known={site.hours.week.length > 0} alone />
                ) : (
                  t.closedSince(dayText(site.closedOn, locale), site.closedReason ?? '')
                )}
              </>
            }
            actions={<Steps site={site} />}
          />
          <div className="halves">
            <div>
              <Known site={site} />
              <Plaques site={site} />
              <Standard id={site.id} />
              <SiteLog id={site.id} />
            </div>
            <div>
              <People site={site} />
              <Demonstration site={site} />
              <SiteEvents siteId={id} />
              <SiteHistory entries={site.history} />
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function Steps({ site }: { site: Desk }) {
  const t = useText(platformsText).one;
  const { id, may } = site;
  const reason = <TextField name="reason" label={t.reason} rows={2} max={200} />;
  return (
    <>
      <a className="button" href={links.site(id)} target="_blank" rel="noreferrer">
        {t.public}
      </a>
      {may.edit.allowed && (
        <Link className="button" {...paths.editPlatform(id)}>
          {t.edit}
        </Link>
      )}
      {may.close.allowed && (
        <MoveButton<WithReason>
          label={t.close}
          lead={t.closeLead}
          weight="danger"
          send={({ reason: why }) => client.rotas.closeSite.mutate({ id, reason: why })}
        >
          {reason}
        </MoveButton>
      )}
      {may.reopen.allowed && (
        <MoveButton<WithReason>
          label={t.reopen}
          send={({ reason: why }) => client.platforms.reopen.mutate({ id, reason: why })}
        >
          {reason}
        </MoveButton>
      )}
    </>
  );
}

function Known({ site }: { site: Desk }) {
  const t = useText(platformsText);
  return (
    <section className="panel">
      <Facts
        facts={[
          [t.one.address, site.address],
          [t.one.week, site.hours.week.length === 0 ? null : <Week key="week" hours={site.hours} />],
          [
            t.one.exceptions,
            site.hours.exceptions.length === 0 ? null : <Exceptions key="exceptions" hours={site.hours} />,
          ],
          [t.one.note, site.hoursNote],
          [t.one.services, site.services.map((service) => <div key={service}>{service}</div>)],
          [t.one.leadPost, site.leadPost],
          [t.one.host, site.organisationName],
          [t.one.authorityDocument, site.authorityDocument],
          [t.one.seats, site.seats === 0 ? null : site.seats],
        ]}
      />
      {site.rules !== null && (
        <details>
          <summary>{t.form.rules}</summary>
          <p className="words">{site.rules}</p>
        </details>
      )}
      {site.photoId !== null && <Photos ids={[site.photoId]} />}
    </section>
  );
}

function Plaques({ site }: { site: Desk }) {
  const texts = useText(platformsText);
  const t = texts.one;
  const { locale } = useLocale();
  const { id, may, roles } = site;
  const dayOf = (day: string | null) => (day === null ? t.unknownDay : dayText(day, locale));
  const free = siteRoles.filter((role) => !roles.some((held) => held.role === role));
  return (
    <section className="panel">
      <h2>{t.plaques}</h2>
      <ul className="plain">
        {roles.map(({ role, plaqueName, sinceOn }) => (
          <li key={role}>
            <span>
              <strong>{siteRoleNames[role][locale]}</strong> {plaqueName}
              <div className="quiet small">
                {t.since} {dayOf(sinceOn)}
              </div>
            </span>
            {may.endRole.allowed && roles.length > 1 && (
              <MoveButton<WithReason>
                label={t.endRole}
                weight="danger"
                send={({ reason }) => client.platforms.endRole.mutate({ id, role, reason })}
              >
                <TextField name="reason" label={t.reason} rows={2} max={200} />
              </MoveButton>
            )}
          </li>
        ))}
        {site.formerRoles.map(({ id: key, role, plaqueName, untilOn }) => (
          <li key={key} className="quiet">
            <span>
              {siteRoleNames[role][locale]} {plaqueName}
              <div className="small">
                {t.until} {dayOf(untilOn)}
              </div>
            </span>
          </li>
        ))}
      </ul>
      {may.addRole.allowed && (
        <div className="gap-above">
          <MoveButton<WithReason & { role: SiteRole; plaqueName: string }>
            label={t.addRole}
            send={(entry) => client.platforms.addRole.mutate({ id, ...entry })}
          >
            <PickField
              name="role"
              label={texts.form.plaqueRole}
              options={free.map((role) => ({ value: role, label: siteRoleNames[role][locale] }))}
            />
            <TextField name="plaqueName" label={texts.form.plaqueName} max={60} />
            <TextField name="reason" label={t.reason} rows={2} max={200} />
          </MoveButton>
        </div>
      )}
    </section>
  );
}
