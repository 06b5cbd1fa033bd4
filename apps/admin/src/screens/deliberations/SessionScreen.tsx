import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { modeNames } from '@tongxin/deliberations/rules';
import { links } from '@tongxin/public/links';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText, spanText } from '@tongxin/web/moments';
import { Points } from '@tongxin/web/points';
import { Alert } from 'antd';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { moveLabel } from '../../ui/workflows.ts';
import { LineRows } from './LineRows.tsx';
import { SessionSteps } from './SessionSteps.tsx';

export type Session = Outputs['deliberations']['sessions']['get'];

const route = getRouteApi('/inside/sessions/$id');

/** One session: its notice as the public reads it, what the host does next, and what came of it. */
export function SessionScreen() {
  const texts = useText(deliberationsText);
  const t = texts.session;
  const { id } = route.useParams();
  const { ahead } = route.useSearch();
  const query = useQuery(api.deliberations.sessions.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(session) => (
        <>
          <PageHead
            title={session.title}
            above={
              <>
                <Link {...paths.sessions()}>{t.back}</Link> · {session.number}
              </>
            }
            lead={<StateTag kind="session" state={session.state} />}
          />
          {ahead !== undefined && session.state === 'noticed' && (
            <Alert
              className="gap-below"
              type="warning"
              showIcon
              title={texts.schedule.short(Number(ahead))}
            />
          )}
          <Absent session={session} />
          <div className="two-columns">
            <div>
              <SessionSteps session={session} />
              <Notice session={session} />
              <Agenda session={session} />
              <Minutes session={session} />
              <LineRows lines={session.lines} />
            </div>
            <div>
              <Invited session={session} />
              <Changes session={session} />
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

/** Says so when a fixed seat stayed empty or nobody came whom the matter concerns. Source: inventory row 98g. */
function Absent({ session }: { session: Session }) {
  const t = useText(deliberationsText).session;
  const empty = session.emptySeats ?? [];
  const alone = session.residentsPresent === 0;
  if (empty.length === 0 && !alone) return null;
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={
        <>
          {empty.length > 0 && <p>{t.emptySeats(empty.join('、'))}</p>}
          {alone && <p>{t.noResidents}</p>}
        </>
      }
    />
  );
}

function Notice({ session }: { session: Session }) {
  const texts = useText(deliberationsText);
  const t = texts.session;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.notice}</h2>
      <Facts
        facts={[
          [t.brand, session.brand?.name],
          [t.when, spanText(session.startsAt, session.endsAt, locale)],
          [t.hall, session.hall],
          [t.address, session.address],
          [t.mode, modeNames[session.mode][locale]],
          [t.onlineUrl, session.onlineUrl],
          [t.convenor, session.invited.find(({ id }) => id === session.convenorId)?.name],
          [
            t.seats,
            texts.sessions.seatCount(session.residentSeats - session.seatsLeft, session.residentSeats),
          ],
          [t.present, session.residentsPresent === null ? null : t.presentCount(session.residentsPresent)],
        ]}
      />
      <p>
        <a href={links.session(session.id)} target="_blank" rel="noreferrer">
          {t.publicPage}
        </a>
        {' · '}
        <a href={links.sessionCalendar(session.id)}>{t.calendar}</a>
      </p>
    </section>
  );
}

function Agenda({ session }: { session: Session }) {
  const t = useText(deliberationsText).session;
  return (
    <section className="panel">
      <h2>{t.agenda}</h2>
      <ol>
        {session.topics.map(({ id, title, summary }) => (
          <li key={id}>
            <Link {...paths.topic(id)}>{title}</Link>
            <p className="words quiet">{summary}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Invited({ session }: { session: Session }) {
  const t = useText(deliberationsText).session;
  const members = session.invited.filter(({ kind }) => kind === 'member');
  const units = session.invited.filter(({ kind }) => kind === 'organisation');
  return (
    <section className="panel">
      <h2>{t.invited}</h2>
      <Facts
        facts={[
          [t.members, members.map(({ name }) => name).join('、')],
          [t.departments, units.map(({ name }) => name).join('、')],
          [t.fixedSeats, session.fixedSeats.join('、')],
        ]}
      />
    </section>
  );
}

function Minutes({ session }: { session: Session }) {
  const t = useText(deliberationsText).session;
  const [minutes] = session.minutes;
  if (minutes === undefined) return null;
  return (
    <section className="panel">
      <h2>{t.minutes}</h2>
      <p className="words">{minutes.summary}</p>
      <Points title={t.agreed} points={minutes.agreed} />
      <Points title={t.notAgreed} points={minutes.notAgreed} />
    </section>
  );
}

/** What happened to the session: when, by which office, why. */
function Changes({ session }: { session: Session }) {
  const t = useText(shellText).history;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      <ol className="trail" reversed>
        {session.changes.toReversed().map(({ move, at, unitName, reason, startsAt, endsAt }) => (
          <li key={`${move} ${at}`}>
            <span className="trail-when">
              {momentText(at, locale)} · {unitName}
            </span>
            <strong>{moveLabel('session', move, locale) ?? t.opened.session}</strong>
            {startsAt !== null && endsAt !== null && <p>{spanText(startsAt, endsAt, locale)}</p>}
            {reason && <p className="words">{t.reason(reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
