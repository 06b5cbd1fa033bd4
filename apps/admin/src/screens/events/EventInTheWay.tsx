import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { refusedBy } from '@tongxin/web/refusal';
import { Alert } from 'antd';
import { eventsText } from '../../text/events.ts';
import { Problem } from '../../ui/Problem.tsx';

type Conflict = {
  resourceId: string;
  resourceName: string | null;
  matterId: string;
  title: string | null;
  number: string;
  start: string;
  end: string;
};

/** Why a time does not fit: whose it is, what takes it, and when all are free. */
export function EventInTheWay({ error }: { error: unknown }) {
  const t = useText(eventsText).taken;
  const { locale } = useLocale();
  const { code, facts } = refusedBy(error);
  if (code !== 'events.taken') return <Problem error={error} />;
  const { conflicts, free } = facts as { conflicts: Conflict[]; free: { start: string; end: string }[] };
  return (
    <Alert
      type="error"
      showIcon
      title={t.title}
      description={
        <>
          <ul className="in-the-way">
            {conflicts.map(({ resourceId, resourceName, matterId, title, start, end }) => (
              <li key={`${resourceId} ${matterId}`}>
                {resourceName} · {title ?? t.other} · {spanText(start, end, locale)}
              </li>
            ))}
          </ul>
          <p>{free.length === 0 ? t.none : t.free}</p>
          <ul className="in-the-way">
            {free.map(({ start, end }) => (
              <li key={start}>{spanText(start, end, locale)}</li>
            ))}
          </ul>
        </>
      }
    />
  );
}
