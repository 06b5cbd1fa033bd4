import { answerNames } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import type { Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { dutiesText } from '../../text/duties.ts';
import { Go } from '../../ui/Go.tsx';

export type AskedEvent = Outputs['events']['asked']['rows'][number];

/** One event that the member is asked to, with what they have answered. */
export function EventCard({ event }: { event: AskedEvent }) {
  const t = useText(dutiesText).event;
  const { locale } = useLocale();
  const { id, title, startsAt, endsAt, siteName, placeWords, organiser, cancelledAt, answer, mustAttend } =
    event;
  const isWaiting = answer === 'waiting';
  return (
    <li className={cancelledAt === null ? 'card' : 'card card-off'}>
      <Go {...paths.event(id)}>
        <span className="card-when">{spanText(startsAt, endsAt, locale)}</span>
        <strong className="card-title">{title}</strong>
        <span className="quiet">
          {[siteName, placeWords].filter(Boolean).join(' ')}
          <br />
          {organiser}
        </span>
        <span className="marks">
          {cancelledAt !== null && <span className="mark mark-late">{t.cancelled}</span>}
          {cancelledAt === null && mustAttend && <span className="mark">{t.must}</span>}
          {cancelledAt === null && (
            <span className={isWaiting ? 'mark mark-soon' : 'mark mark-done'}>
              {answerNames[answer][locale]}
            </span>
          )}
        </span>
      </Go>
    </li>
  );
}
