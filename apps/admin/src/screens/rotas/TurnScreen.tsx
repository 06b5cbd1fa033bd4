import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { swapNames } from '@tongxin/rotas/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText, dayText, isoDayOf, momentText, spanText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { rotasText } from '../../text/rotas.ts';
import { shellText } from '../../text/shell.ts';
import { Due } from '../../ui/Due.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useHolds } from '../../ui/roles.ts';
import { Shown } from '../../ui/Shown.tsx';
import { moveLabel, stateLabel } from '../../ui/workflows.ts';
import { TurnSteps } from './TurnSteps.tsx';
import { useKeptVisits } from './use-kept-visits.ts';

export type Turn = Outputs['rotas']['get'];

const route = getRouteApi('/inside/rotas/$id');

/** One turn: who is there, what the host does next, who came, and what happened to it. */
export function TurnScreen() {
  const texts = useText(rotasText);
  const t = texts.turn;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const query = useQuery(api.rotas.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(turn) => (
        <>
          <PageHead
            title={`${turn.memberName ?? texts.board.nobody} · ${dayText(isoDayOf(turn.startsAt), locale)}`}
            above={
              <>
                <Link {...paths.rotas({ site: turn.platformId, month: isoDayOf(turn.startsAt).slice(0, 7) })}>
                  {t.back}
                </Link>{' '}
                · {turn.number}
              </>
            }
            lead={
              <>
                {stateLabel('turn', turn.state, locale)} {turn.dueAt !== null && <Due at={turn.dueAt} />}
              </>
            }
          />
          <div className="two-columns">
            <div>
              <TurnSteps turn={turn} />
              <section className="panel">
                <h2>{t.facts}</h2>
                <Facts
                  facts={[
                    [t.when, spanText(turn.startsAt, turn.endsAt, locale)],
                    [t.site, turn.site],
                    [t.member, turn.memberName ?? texts.board.nobody],
                    [t.state, stateLabel('turn', turn.state, locale)],
                    [
                      texts.make.onHoliday,
                      turn.movedFrom && texts.board.movedFrom(dayText(turn.movedFrom, locale)),
                    ],
                  ]}
                />
              </section>
              <Visits turn={turn} />
            </div>
            <div>
              <Swaps turn={turn} />
              <Changes turn={turn} />
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function Visits({ turn: { id, visits } }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const kept = useKeptVisits().filter(({ turnId }) => turnId === id).length;
  const opensMatters = useHolds('host', 'county_office', 'city_office');
  return (
    <section className="panel">
      <h2>{t.visits}</h2>
      {kept > 0 && (
        <p>
          {t.keptVisits(kept)} <Link {...paths.receive(id)}>{t.openKept}</Link>
        </p>
      )}
      {visits.length === 0 && <p className="quiet">{t.noVisits}</p>}
      <ol className="plain">
        {visits.map(({ id, at, about, said, issueId, issueNumber }) => (
          <li key={id}>
            <span>
              <span className="quiet">{clockText(at)}</span> {about !== null && t.visitAdvice(about)}
              {issueId !== null && t.visitMatter}
              {said !== null && <span className="quiet"> · {said}</span>}
            </span>
            {issueId !== null &&
              (opensMatters ? (
                <Link {...paths.issue(issueId)}>{issueNumber}</Link>
              ) : (
                <span>{issueNumber}</span>
              ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Swaps({ turn: { swaps } }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const { locale } = useLocale();
  if (swaps.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.swaps}</h2>
      <ul className="plain">
        {swaps.map(({ id, asker, asked, state }) => (
          <li key={id}>
            {t.swapOf(asker, asked)} <span className="quiet">{swapNames[state][locale]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What happened to the turn: when, by which office, why. */
function Changes({ turn: { history } }: { turn: Turn }) {
  const t = useText(rotasText).turn;
  const shell = useText(shellText).history;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.changes}</h2>
      <ol className="trail" reversed>
        {history.toReversed().map(({ seq, move, at, unitName, reason, actorKind }) => (
          <li key={seq}>
            <span className="trail-when">
              {momentText(at, locale)} · {actorKind === 'system' ? shell.clock : unitName}
            </span>
            <strong>{moveLabel('turn', move, locale) ?? t.opened}</strong>
            {reason && <p className="words">{shell.reason(reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
