import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText, momentText, spanText } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { paths } from '../../paths.ts';
import { doorText } from '../../text/door.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { forgetScan, isHere } from './queue.ts';
import { Reader } from './Reader.tsx';
import type { Scan } from './store.ts';
import { useDoor } from './use-door.ts';
import { useKeptPage } from './use-kept-page.ts';

const route = getRouteApi('/door/$id');

/** The door of an event: scans members' codes, with or without network, and tells who is there. */
export function DoorScreen() {
  const { id } = route.useParams();
  return isSecureContext ? <Door key={id} eventId={id} /> : <Unsafe eventId={id} />;
}

/** Cameras, marks and pages without a network are for safe connections only. */
function Unsafe({ eventId }: { eventId: string }) {
  const t = useText(doorText);
  return (
    <main id="main" className="alone door">
      <PageHead title={t.title} above={<Link {...paths.event(eventId)}>{t.back}</Link>} />
      <Alert type="warning" showIcon title={t.unsafe} />
    </main>
  );
}

function Door({ eventId }: { eventId: string }) {
  const t = useText(doorText);
  const { locale } = useLocale();
  const door = useDoor(eventId);
  const { isOpen, keeper, loaded, scans } = door;
  const event = loaded?.list.event;
  return (
    <main id="main" className="alone door">
      <PageHead
        title={event?.title ?? t.title}
        above={<Link {...paths.event(eventId)}>{t.back}</Link>}
        lead={event === undefined ? t.lead : spanText(event.startsAt, event.endsAt, locale)}
      />
      {!isOpen && <Waiting />}
      {isOpen && <Standing door={door} />}
      {keeper !== null && <Reader onRead={door.scan} />}
      <Problems scans={scans} onNoted={door.reread} />
      {keeper !== null && (
        <section className="panel">
          <h2>{t.people}</h2>
          {loaded === undefined ? (
            <p className="quiet">{t.noList}</p>
          ) : (
            <>
              <p className="quiet small">{t.loadedAt(momentText(loaded.loadedAt, locale))}</p>
              <People door={door} />
            </>
          )}
        </section>
      )}
    </main>
  );
}

type Props = { door: ReturnType<typeof useDoor> };

/** How many came, how much is still on this device only, whose it is, and why it is not sent. */
function Standing({ door }: Props) {
  const t = useText(doorText);
  const { keeper, loaded, scans, others, stopped, goRound } = door;
  const isKept = useKeptPage();
  const people = loaded?.list.people ?? [];
  const here = new Set(scans.filter(isHere).map(({ mark }) => mark));
  const came = people.filter(({ mark, attendance }) => attendance === 'attended' || here.has(mark)).length;
  const waiting = scans.filter(({ outcome }) => outcome === 'waiting').length;
  const refused = scans.filter((scan) => !isHere(scan)).length;
  return (
    <section className="panel">
      {loaded !== undefined && (
        <p role="status">
          <strong>{t.counts(came, people.length)}</strong>
        </p>
      )}
      {keeper !== null && (
        <dl className="door-queue" aria-label={t.queue}>
          {[
            [t.waiting, waiting],
            [t.sent, scans.length - waiting - refused],
            [t.refused, refused],
          ].map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {keeper !== null && <p className="quiet small">{t.keeper(keeper.name)}</p>}
      {others > 0 && <Alert className="gap-below" type="info" showIcon title={t.others(others)} />}
      {(stopped !== null || keeper === null) && (
        <Stop why={keeper === null && stopped === 'sign_in' ? 'nobody' : (stopped ?? 'nobody')} />
      )}
      <p className="quiet small">{isKept ? t.kept : t.notKept}</p>
      {waiting > 0 && <ActionButton onClick={() => void goRound()}>{t.sendNow}</ActionButton>}
    </section>
  );
}

type Why = keyof (typeof doorText)['zh-CN']['stopped'] | 'nobody';

function Stop({ why }: { why: Why }) {
  const t = useText(doorText);
  const { publicHref } = useLocation();
  if (why === 'offline' || why === 'busy') return <p role="status">{t.stopped[why]}</p>;
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={why === 'nobody' ? t.nobody : t.stopped[why]}
      action={
        why !== 'closed' && (
          <Link className="button" {...paths.signIn(publicHref)}>
            {t.toSignIn}
          </Link>
        )
      }
    />
  );
}

/** Scans that became no fact, each with why, until somebody has noted it. */
function Problems({ scans, onNoted }: { scans: readonly Scan[]; onNoted: () => Promise<void> }) {
  const t = useText(doorText);
  const { locale } = useLocale();
  const open = scans.filter((scan) => !isHere(scan));
  if (open.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.problems}</h2>
      <ul className="plain">
        {open.map((scan) => (
          <li key={scan.mark}>
            <span>
              {scan.name ?? t.someCode} · {momentText(scan.at, locale)}
              <br />
              <span className="quiet small">{t.outcomes[scan.outcome as keyof typeof t.outcomes]}</span>
            </span>
            <ActionButton onClick={() => void forgetScan(scan).then(onNoted)}>{t.clear}</ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function People({ door: { loaded, scans } }: Props) {
  const t = useText(doorText);
  const times = new Map(scans.filter(isHere).map(({ mark, at }) => [mark, at]));
  return (
    <ul className="plain">
      {(loaded?.list.people ?? []).map(({ memberId, name, mark, attendance, attendedAt }) => {
        const at = times.get(mark) ?? (attendance === 'attended' ? attendedAt : null);
        return (
          <li key={memberId}>
            <span>{name}</span>
            {at === null ? <span className="quiet">{t.notYet}</span> : <strong>{t.at(clockText(at))}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
