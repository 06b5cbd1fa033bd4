import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { categoryNames, modeNames, signUpNames } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText, spanText } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { outreachText } from '../../text/outreach.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { History } from '../../ui/History.tsx';
import { isOffered } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Archive } from './Archive.tsx';
import { EventSteps } from './EventSteps.tsx';
import { whereOf } from './EventsScreen.tsx';
import { Invitees } from './Invitees.tsx';

export type Desk = Outputs['events']['desk'];

const route = getRouteApi('/inside/events/$id');

/** One event: its notice, what the organiser does next, who is asked, what they said, and who was there. */
export function EventScreen() {
  const texts = useText(eventsText);
  const t = texts.one;
  const history = useText(shellText).history;
  const leads = useText(outreachText);
  const { id } = route.useParams();
  const query = useQuery(api.events.desk.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(event) => (
        <>
          <PageHead
            title={event.title}
            above={
              <>
                <Link {...paths.events()}>{t.back}</Link> · {event.number}
              </>
            }
            lead={<StateTag kind="event" state={event.state} />}
            actions={
              <>
                <Link className="button" {...paths.signInSheet(event.id)}>
                  {texts.sheet.open}
                </Link>
                {event.parentEventId === null && Object.values(event.may).some(({ allowed }) => allowed) && (
                  <Link className="button" {...paths.newEvent({ like: event.id })}>
                    {texts.plan.again}
                  </Link>
                )}
                {event.category === 'kinship' && (
                  <Link className="button" {...paths.leads({ event: id })}>
                    {leads.ofVisit}
                  </Link>
                )}
              </>
            }
          />
          {event.cancelReason !== null && (
            <Alert className="gap-below" type="warning" showIcon title={t.cancelled(event.cancelReason)} />
          )}
          <div className="two-columns">
            <div>
              <EventSteps event={event} />
              <Invitees event={event} />
              <Archive event={event} />
            </div>
            <div>
              <Notice event={event} />
              <Parts event={event} />
              <section className="panel">
                <h2>{history.title}</h2>
                <History kind="event" entries={event.history} />
              </section>
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function Notice({ event }: { event: Desk }) {
  const t = useText(eventsText).one;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.notice}</h2>
      {event.summary !== null && <p className="words">{event.summary}</p>}
      <Facts
        facts={[
          [t.when, spanText(event.startsAt, event.endsAt, locale)],
          [t.where, whereOf(event)],
          [t.category, event.kindName ?? categoryNames[event.category][locale]],
          [t.speaker, event.speaker],
          [t.sites, event.sites.length === 0 ? null : event.sites.map(({ name }) => name).join(' · ')],
          [t.organiser, event.organiser],
          [t.group, event.groupId && <Link {...paths.group(event.groupId)}>{event.groupName}</Link>],
          [t.mode, modeNames[event.mode][locale]],
          [t.onlineUrl, event.onlineUrl],
          [t.whom, event.mustAttend ? t.must : `${t.voluntary} · ${signUpNames[event.signUp][locale]}`],
          [t.answerBy, event.answerBy === null ? null : momentText(event.answerBy, locale)],
          [t.places, event.mustAttend ? null : t.placeCount(event.placesTaken, event.capacity)],
          [t.others, event.othersPresent === null ? null : t.otherCount(event.othersPresent)],
          [
            t.settleBy,
            event.state === 'ended' && event.dueAt !== null ? momentText(event.dueAt, locale) : null,
          ],
        ]}
      />
    </section>
  );
}

function Parts({ event }: { event: Desk }) {
  const t = useText(eventsText).one;
  const { locale } = useLocale();
  const adds = isOffered(event.may.change) && event.parentEventId === null;
  if (event.parts.length === 0 && !adds) return null;
  return (
    <section className="panel">
      <h2>{t.parts}</h2>
      <ul className="plain">
        {event.parts.map(({ id, title, startsAt, endsAt, state }) => (
          <li key={id}>
            <span>
              <Link {...paths.event(id)}>{title}</Link>{' '}
              <span className="quiet small">{spanText(startsAt, endsAt, locale)}</span>
            </span>
            <StateTag kind="event" state={state} />
          </li>
        ))}
      </ul>
      <div className="steps">
        {adds && (
          <Link className="button" {...paths.newEvent({ of: event.id })}>
            {t.addPart}
          </Link>
        )}
        {event.parts.length > 0 && (
          <Link className="button" {...paths.week(event.id)}>
            {t.week}
          </Link>
        )}
      </div>
    </section>
  );
}
