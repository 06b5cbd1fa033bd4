import { Link } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { refusedBy } from '@tongxin/web/refusal';
import { Alert } from 'antd';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { Problem } from '../../ui/Problem.tsx';
import { clockOf } from './time.ts';

type Conflict = {
  sessionId: string;
  number: string;
  title: string;
  hall: string;
  startsAt: string;
  endsAt: string;
  takes: 'platform' | 'member' | 'account';
  memberName: string | null;
};
/** An event or a turn that takes the hall or somebody; one that is not ours to know has no title. */
type Other = {
  matterId: string;
  resourceId: string;
  resourceName: string | null;
  kind: 'event' | 'turn';
  title: string | null;
  start: string;
  end: string;
};
type Free = { start: string; end: string };

/** Why a time does not fit: each session, event and turn in the way, and the next times that do, as buttons. */
export function InTheWay({ error, onPick }: { error: unknown; onPick: (start: string) => void }) {
  const t = useText(deliberationsText).schedule;
  const { locale } = useLocale();
  const { code, facts } = refusedBy(error);
  if (code !== 'deliberations.taken') return <Problem error={error} />;
  const { conflicts, others, free } = facts as { conflicts: Conflict[]; others: Other[]; free: Free[] };
  return (
    <Alert
      type="error"
      showIcon
      title={t.taken}
      description={
        <>
          <ul className="in-the-way">
            {bySession(conflicts).map(([one, ...more]) => (
              <li key={one.sessionId}>
                {[one, ...more].map(({ takes, hall, memberName }) => (
                  <div key={`${takes} ${memberName}`}>
                    {memberName === null ? t.takesHall(hall) : t.takesMember(memberName)}
                  </div>
                ))}
                <Link {...paths.session(one.sessionId)} target="_blank">
                  {one.number} {one.title}
                </Link>{' '}
                {spanText(one.startsAt, one.endsAt, locale)}
              </li>
            ))}
            {others.map(({ matterId, resourceId, resourceName, kind, title, start, end }) => (
              <li key={`${matterId} ${resourceId}`}>
                <div>{resourceName === null ? t.takesSomebody : t.takesOther(resourceName)}</div>
                {title === null ? (
                  t.otherKind[kind]
                ) : (
                  <Link {...paths.event(matterId)} target="_blank">
                    {title}
                  </Link>
                )}{' '}
                {spanText(start, end, locale)}
              </li>
            ))}
          </ul>
          <p className="gap-below">{free.length === 0 ? t.none : t.free}</p>
          <div className="steps">
            {free.map(({ start, end }) => (
              <ActionButton key={start} onClick={() => onPick(clockOf(start))}>
                {spanText(start, end, locale)}
              </ActionButton>
            ))}
          </div>
        </>
      }
    />
  );
}

/** What each session in the way takes, so that a session is named once. */
function bySession(conflicts: readonly Conflict[]): [Conflict, ...Conflict[]][] {
  const sessions = new Map<string, [Conflict, ...Conflict[]]>();
  for (const one of conflicts) {
    const same = sessions.get(one.sessionId);
    if (same === undefined) sessions.set(one.sessionId, [one]);
    else same.push(one);
  }
  return [...sessions.values()];
}
