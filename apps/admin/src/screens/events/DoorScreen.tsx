import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText, momentText, spanText } from '@tongxin/web/moments';
import { Alert, Input } from 'antd';
import { useRef, useState } from 'react';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { forgetScan, type Scan } from './door-queue.ts';
import { useCamera } from './use-camera.ts';
import { useDoor, type Seen } from './use-door.ts';

const route = getRouteApi('/events/$id/door');

/** The door of an event: scans members' codes, with or without network, and tells who is there. */
export function DoorScreen() {
  const t = useText(eventsText).door;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const door = useDoor(id);
  const { loaded, scans } = door;
  const event = loaded?.list.event;
  return (
    <main id="main" className="alone door">
      <PageHead
        title={event?.title ?? t.title}
        above={<Link {...paths.event(id)}>{t.back}</Link>}
        lead={event === undefined ? t.lead : spanText(event.startsAt, event.endsAt, locale)}
      />
      <Standing door={door} />
      <Reader onRead={door.scan} />
      <Problems scans={scans} onNoted={door.reread} />
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
    </main>
  );
}

type Door = ReturnType<typeof useDoor>;

/** How many came, how much is still on this device only, and why. */
function Standing({ door: { loaded, scans, stopped, send } }: { door: Door }) {
  const t = useText(eventsText).door;
  const { publicHref } = useLocation();
  const waiting = scans.filter(({ outcome }) => outcome === 'waiting').length;
  const people = loaded?.list.people ?? [];
  const here = new Set(scans.filter(isHere).map(({ code }) => code));
  const came = people.filter(({ code, attendance }) => attendance === 'attended' || here.has(code)).length;
  return (
    <section className="panel">
      <p role="status">
        <strong>{t.counts(came, people.length)}</strong>
        <br />
        {waiting > 0 ? t.waiting(waiting) : t.allSent}
      </p>
      {stopped === 'offline' && <p className="quiet">{t.offline}</p>}
      {stopped === 'sign_in' && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={t.signIn}
          action={
            <Link className="button" {...paths.signIn(publicHref)}>
              {t.toSignIn}
            </Link>
          }
        />
      )}
      {stopped === 'closed' && <Alert type="warning" showIcon title={t.closed} />}
      {waiting > 0 && <ActionButton onClick={() => void send()}>{t.sendNow}</ActionButton>}
    </section>
  );
}

const isHere = ({ outcome }: Scan) => outcome === 'waiting' || outcome === 'recorded' || outcome === 'known';

/** The camera where the browser reads codes, and a field for hand scanners and fingers always. */
function Reader({ onRead }: { onRead: (text: string) => Promise<Seen | undefined> }) {
  const t = useText(eventsText).door;
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<Seen>();
  const last = useRef('');
  const read = async (text: string) => setSeen((await onRead(text)) ?? undefined);
  const { state, video, turnOn, turnOff } = useCamera((text) => {
    // A code is read several times while it is held up.
    if (text === last.current) return;
    last.current = text;
    void read(text);
  });
  return (
    <section className="panel">
      {state === 'on' && <video ref={video} className="door-camera" muted playsInline aria-label={t.title} />}
      {state === 'off' && (
        <p>
          <ActionButton weight="primary" onClick={() => void turnOn()}>
            {t.camera}
          </ActionButton>
        </p>
      )}
      {state === 'on' && (
        <p>
          <ActionButton onClick={turnOff}>{t.cameraOff}</ActionButton>
        </p>
      )}
      {state === 'absent' && <p className="quiet small">{t.noCamera}</p>}
      {state === 'refused' && <Alert type="warning" showIcon title={t.cameraRefused} />}
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          const code = typed;
          setTyped('');
          void read(code);
        }}
      >
        <label htmlFor="door-code">{t.code}</label>
        <div className="steps">
          <Input
            id="door-code"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            autoFocus
            maxLength={300}
          />
          <ActionButton submits>{t.enter}</ActionButton>
        </div>
        <p className="quiet small">{t.codeHint}</p>
      </form>
      <p className={`door-seen ${seen?.kind ?? ''}`} role="status" aria-live="assertive">
        {seen !== undefined && wordsOf(seen, t)}
      </p>
    </section>
  );
}

function wordsOf({ kind, name }: Seen, t: (typeof eventsText)['zh-CN']['door']): string {
  if (kind === 'not_on_list') return t.notOnList;
  return kind === 'came' ? t.came(name) : t.again(name);
}

/** Scans that became no fact, each with why, until somebody has noted it. */
function Problems({ scans, onNoted }: { scans: readonly Scan[]; onNoted: () => Promise<void> }) {
  const t = useText(eventsText).door;
  const { locale } = useLocale();
  const open = scans.filter((scan) => !isHere(scan));
  if (open.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.problems}</h2>
      <ul className="plain">
        {open.map((scan) => (
          <li key={scan.code}>
            <span>
              {scan.name ?? scan.code} · {momentText(scan.at, locale)}
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

function People({ door: { loaded, scans } }: { door: Door }) {
  const t = useText(eventsText).door;
  const times = new Map(scans.filter(isHere).map(({ code, at }) => [code, at]));
  return (
    <ul className="plain">
      {(loaded?.list.people ?? []).map(({ memberId, name, code, attendance, attendedAt }) => {
        const at = times.get(code) ?? (attendance === 'attended' ? attendedAt : null);
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
