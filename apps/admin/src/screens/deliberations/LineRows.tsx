import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import type { Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { Rows } from '../../ui/Listing.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Line = Outputs['deliberations']['sessions']['get']['lines'][number];

/** The agreed lines of a session or a topic; nothing before there are any. */
export function LineRows({ lines }: { lines: readonly Line[] }) {
  const texts = useText(deliberationsText);
  const t = texts.lines;
  const { locale } = useLocale();
  if (lines.length === 0) return null;
  return (
    <section className="panel">
      <h2>{texts.session.lines}</h2>
      <Rows
        caption={t.title}
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          {
            title: t.line,
            names: true,
            show: ({ id, lineNo, suggestion }) => (
              <Link {...paths.line(id)}>
                {lineNo}. {suggestion}
              </Link>
            ),
          },
          { title: t.unit, show: ({ unitName }) => unitName },
          { title: t.due, show: ({ dueOn }) => dayText(dueOn, locale) },
          { title: t.state, show: ({ state }) => <StateTag kind="outcome_line" state={state} /> },
        ]}
      />
    </section>
  );
}
