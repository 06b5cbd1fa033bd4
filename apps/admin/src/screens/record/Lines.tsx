import { Link } from '@tanstack/react-router';
import { roleNames } from '@tongxin/accounts/rules';
import type { Role } from '@tongxin/core';
import { wayNames } from '@tongxin/events/rules';
import { objectionWorkflow, recordCategoryNames, recordStateNames } from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, momentText, spanText } from '@tongxin/web/moments';
import { pathOfMatter, paths } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { Listing } from '../../ui/Listing.tsx';
import type { Pages } from '../../ui/pages.ts';
import type { Line } from './RecordScreen.tsx';

/** The lines of a record, newest first; each opens what it comes from, as far as the office sees it. */
export function Lines({ pages, caption }: { pages: Pages<Line>; caption: string }) {
  const t = useText(recordText).member;
  const { locale } = useLocale();
  const whatOf = ({ title, category }: Line) => title ?? recordCategoryNames[category][locale];
  const more = ({ title, category, group, convened, covered, parts }: Line) =>
    [
      title === null ? null : recordCategoryNames[category][locale],
      group,
      convened ? t.convened : null,
      covered ? t.covered : null,
      parts === null ? null : t.parts(parts.done, parts.all),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <Listing<Line>
      caption={caption}
      pages={pages}
      keyOf={({ id }) => id}
      empty={t.empty}
      columns={[
        {
          title: t.what,
          names: true,
          show: (line) => (
            <>
              {line.opens ? <Link {...pathOfMatter(line.kind, line.id)}>{whatOf(line)}</Link> : whatOf(line)}
              <div className="quiet small">{more(line)}</div>
            </>
          ),
        },
        {
          title: t.when,
          show: ({ at, endsAt }) => (endsAt === null ? momentText(at, locale) : spanText(at, endsAt, locale)),
        },
        { title: t.where, show: ({ place }) => place ?? '' },
        {
          title: t.outcome,
          show: ({ kind, state, reason, objections, opens }) => (
            <>
              {kind === 'issue' ? t.written : recordStateNames[state][locale]}
              {reason !== null && <div className="quiet small">{reason}</div>}
              {objections.map((one) => {
                const label = objectionWorkflow.states[one.state].label[locale];
                const said = t.objected(dayText(isoDayOf(one.raisedAt), locale), label);
                return (
                  <div key={one.id} className="small">
                    {opens ? <Link {...paths.objection(one.id)}>{said}</Link> : said}
                  </div>
                );
              })}
            </>
          ),
        },
        {
          title: t.by,
          show: ({ by: { unit, role, how } }) => (
            <>
              {unit}
              <div className="quiet small">
                {[
                  role === null ? null : roleNames[role as Role][locale],
                  how === null ? null : wayNames[how][locale],
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </div>
            </>
          ),
        },
      ]}
    />
  );
}
