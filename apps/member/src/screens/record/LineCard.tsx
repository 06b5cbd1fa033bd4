import { roleNames } from '@tongxin/accounts/rules';
import type { Role } from '@tongxin/core';
import { wayNames } from '@tongxin/events/rules';
import { recordCategoryNames, recordStateNames } from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText, spanText } from '@tongxin/web/moments';
import type { Outputs } from '../../api.ts';
import { paths, type Target } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { Go } from '../../ui/Go.tsx';
import { Objecting } from './Objecting.tsx';

export type Line = Outputs['record']['lines']['rows'][number];

/** Where a line leads: what it comes from. What was told for a resident is theirs; the member has the slips. */
function sourceOf({ kind, id }: Line): Target {
  if (kind === 'event') return paths.event(id);
  if (kind === 'session') return paths.session(id);
  if (kind === 'expert_request') return paths.experts();
  return kind === 'turn' ? paths.turns() : paths.writeDown();
}

/** One line of the record: when, what, where, what became of it, and who wrote it down. */
export function LineCard({ line }: { line: Line }) {
  const t = useText(recordText).line;
  const { locale } = useLocale();
  const { at, endsAt, category, state, title, place, group, convened, covered, parts, reason, by } = line;
  const name = recordCategoryNames[category][locale];
  return (
    <li className="card">
      <Go {...sourceOf(line)}>
        <span className="card-when">
          {endsAt === null ? momentText(at, locale) : spanText(at, endsAt, locale)}
        </span>
        <strong className="card-title">{title ?? name}</strong>
        <span className="quiet">
          {[title === null ? null : name, group, place].filter((part) => part !== null).join(' · ')}
        </span>
        {reason !== null && <span className="quiet">{t.reason(reason)}</span>}
        <span className="marks">
          {line.kind !== 'issue' && (
            <span className={state === 'done' ? 'mark mark-done' : 'mark'}>
              {recordStateNames[state][locale]}
            </span>
          )}
          {convened && <span className="mark mark-done">{t.convened}</span>}
          {covered && <span className="mark mark-done">{t.covered}</span>}
          {parts !== null && <span className="mark">{t.parts(parts.done, parts.all)}</span>}
        </span>
        <span className="quiet small">
          {[
            by.unit === null ? null : t.by(by.unit),
            by.role === null ? null : roleNames[by.role as Role][locale],
            by.how === null ? null : wayNames[by.how][locale],
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </Go>
      <Objecting line={line} />
    </li>
  );
}
