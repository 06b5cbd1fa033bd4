import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import type { ReactNode } from 'react';
import type { Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { sessionsText } from '../../text/sessions.ts';
import { Go } from '../../ui/Go.tsx';

export type MySession = Outputs['deliberations']['sessions']['mine']['rows'][number];

/** One session in a list: when, what, where; the whole card leads to its page. */
export function SessionCard({ session, mark }: { session: MySession; mark?: ReactNode }) {
  const t = useText(sessionsText);
  const { locale } = useLocale();
  const { id, title, startsAt, endsAt, hall, address, convenes, cancelledAt, changes } = session;
  return (
    <li className={cancelledAt === null ? 'card' : 'card card-off'}>
      <Go {...paths.session(id)}>
        <span className="card-when">{spanText(startsAt, endsAt, locale)}</span>
        <strong className="card-title">{title}</strong>
        <span className="quiet">
          {hall}
          <br />
          {address}
        </span>
        <span className="marks">
          {cancelledAt !== null && <span className="mark mark-late">{t.cancelled}</span>}
          {cancelledAt === null && convenes && <span className="mark mark-done">{t.convenes}</span>}
          {cancelledAt === null && changes > 0 && <span className="mark mark-soon">{t.moved}</span>}
          {mark}
        </span>
      </Go>
    </li>
  );
}
