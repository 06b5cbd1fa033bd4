import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText, dayText, isoDayOf, momentText, spanText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { shellText } from '../../text/shell.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { whereOf } from './EventsScreen.tsx';

type Week = Outputs['events']['week'];
type Part = Week['parts'][number];

const route = getRouteApi('/inside/events/$id/week');

/** An event with all its parts on one paper, day by day: who signs up, and afterwards who came. */
export function WeekScreen() {
  const t = useText(eventsText).week;
  const shell = useText(shellText);
  const { id } = route.useParams();
  const query = useQuery(api.events.week.queryOptions({ id }));
  return (
    <>
      <PageHead
        title={t.title}
        above={<Link {...paths.event(id)}>{t.back}</Link>}
        actions={
          <ActionButton weight="primary" onClick={() => window.print()}>
            {shell.print}
          </ActionButton>
        }
      />
      <Shown query={query}>{(week) => <Paper week={week} />}</Shown>
    </>
  );
}

function Paper({ week }: { week: Week }) {
  const texts = useText(eventsText);
  const t = texts.week;
  const { locale } = useLocale();
  const days = Map.groupBy(week.parts, ({ startsAt }) => isoDayOf(startsAt));
  return (
    <article className="paper">
      <h2>{week.title}</h2>
      <p>
        {spanText(week.startsAt, week.endsAt, locale)} · {whereOf(week)} · {week.organiser}
      </p>
      {week.cancelReason !== null && <p>{texts.one.cancelled(week.cancelReason)}</p>}
      {week.summary !== null && <p className="words">{week.summary}</p>}
      {week.parts.length === 0 && <p>{t.noParts}</p>}
      {[...days].map(([day, parts]) => (
        <section key={day}>
          <h3>{dayText(day, locale)}</h3>
          <Day parts={parts} />
        </section>
      ))}
      <section>
        <h3>{t.summary}</h3>
        <p>{t.people(week.people.coming, week.people.attended)}</p>
        {(week.attended > 0 || week.others !== null) && (
          <p>
            {t.ofWhole} <Came of={week} />
          </p>
        )}
      </section>
      <p className="small">
        {week.number} · {t.printedAt(momentText(Temporal.Now.instant().toString(), locale))}
      </p>
    </article>
  );
}

function Day({ parts }: { parts: readonly Part[] }) {
  const t = useText(eventsText).week;
  return (
    <table className="sheet week">
      <thead>
        <tr>
          {t.columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <Row key={part.id} part={part} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ part }: { part: Part }) {
  const t = useText(eventsText).week;
  const { locale } = useLocale();
  const { title, speaker, startsAt, endsAt, state, asked, coming, capacity } = part;
  const sameDay = isoDayOf(startsAt) === isoDayOf(endsAt);
  return (
    <tr>
      <td>
        {clockText(startsAt)}–{sameDay ? clockText(endsAt) : momentText(endsAt, locale)}
      </td>
      <td>
        <strong>{title}</strong>
        {state === 'cancelled' && ` · ${t.off}`}
        {state === 'draft' && ` · ${t.draft}`}
        <br />
        {[whereOf(part), speaker].filter(Boolean).join(' · ')}
      </td>
      <td>{t.signedUp(coming, asked, capacity)}</td>
      <td>
        <Came of={part} />
      </td>
    </tr>
  );
}

/** How many came and who, as far as it is written down; nothing before that. */
function Came({ of: { attended, others, names } }: { of: Pick<Part, 'attended' | 'others' | 'names'> }) {
  const t = useText(eventsText).week;
  if (attended === 0 && others === null) return null;
  return (
    <>
      {t.came(attended, others)}
      {names !== null && names.length > 0 && (
        <>
          <br />
          <span className="small">
            {names.map((name, at) => (
              // Two may have the same name.
              <span key={at} className="whole-name">
                {name}{' '}
              </span>
            ))}
          </span>
        </>
      )}
    </>
  );
}
