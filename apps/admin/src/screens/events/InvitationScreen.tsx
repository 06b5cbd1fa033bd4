import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answerNames, categoryNames, modeNames } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText, spanText } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { Facts } from '../../ui/Facts.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { whereOf } from './EventsScreen.tsx';

type Invitation = Outputs['events']['get'];

const route = getRouteApi('/inside/events/$id/invitation');

/** An event for a unit that is asked to it: what it is, and the unit's answer. */
export function InvitationScreen() {
  const texts = useText(eventsText);
  const t = texts.one;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const query = useQuery(api.events.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(event) => (
        <>
          <PageHead title={event.title} above={<Link {...paths.askedOfUnits()}>{texts.units.title}</Link>} />
          {event.cancelReason !== null && (
            <Alert className="gap-below" type="warning" showIcon title={t.cancelled(event.cancelReason)} />
          )}
          <section className="panel">
            {event.summary !== null && <p className="words">{event.summary}</p>}
            <Facts
              facts={[
                [t.when, spanText(event.startsAt, event.endsAt, locale)],
                [t.where, whereOf(event)],
                [t.speaker, event.speaker],
                [t.category, event.kindName ?? categoryNames[event.category][locale]],
                [t.organiser, event.organiser],
                [t.mode, modeNames[event.mode][locale]],
                [t.onlineUrl, event.onlineUrl],
                [t.answerBy, event.answerBy === null ? null : momentText(event.answerBy, locale)],
              ]}
            />
          </section>
          {event.units.map((unit) => (
            <UnitAnswer key={unit.id} eventId={id} unit={unit} />
          ))}
          <Parts parts={event.parts} />
        </>
      )}
    </Shown>
  );
}

/** The parts that the unit may read; each is answered on its own page. */
function Parts({ parts }: { parts: Invitation['parts'] }) {
  const t = useText(eventsText).one;
  const { locale } = useLocale();
  if (parts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.parts}</h2>
      <ul className="plain">
        {parts.map(({ id, title, startsAt, endsAt, state }) => (
          <li key={id}>
            <span>
              <Link {...paths.invitation(id)}>{title}</Link>{' '}
              <span className="quiet small">{spanText(startsAt, endsAt, locale)}</span>
            </span>
            {state === 'cancelled' && <StateTag kind="event" state={state} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnitAnswer({ eventId, unit }: { eventId: string; unit: Invitation['units'][number] }) {
  const t = useText(eventsText).units;
  const { locale } = useLocale();
  const say = (answer: 'coming' | 'declined') => () =>
    client.events.answerForUnit.mutate({ id: eventId, organisationId: unit.id, answer });
  return (
    <section className="panel">
      <h2>{unit.name}</h2>
      <div role="status">
        <Facts facts={[[t.answer, answerNames[unit.answer][locale]]]} />
      </div>
      <div className="steps">
        {unit.answer !== 'coming' && (
          <MoveButton decision={unit.may} label={t.come} weight="primary" send={say('coming')} />
        )}
        {unit.answer !== 'declined' && (
          <MoveButton decision={unit.may} label={t.decline} send={say('declined')} />
        )}
      </div>
    </section>
  );
}
