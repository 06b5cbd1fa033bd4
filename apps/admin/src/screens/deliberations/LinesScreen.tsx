import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lineWorkflow } from '@tongxin/deliberations/rules';
import { useText } from '@tongxin/web/locale';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { StateAndPlace } from '../../ui/StateAndPlace.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Asked = Inputs['deliberations']['lines']['list'];
type Row = Outputs['deliberations']['lines']['list']['rows'][number];
type After = NonNullable<Asked['after']>;

type State = NonNullable<Asked['state']>;

const route = getRouteApi('/inside/lines');
const states = ['open', 'overdue', ...Object.keys(lineWorkflow.states)] as State[];

/** The agreed lines that the person works with, the most overdue first. */
export function LinesScreen() {
  const t = useText(deliberationsText).lines;
  const navigate = useNavigate();
  const nameOf = usePlaceNames();
  const { state: asked, place } = route.useSearch();
  const state = states.find((one) => one === asked) ?? 'open';
  const filter = { state, divisionCode: place };
  const pages = usePages<Row, After>(api.deliberations.lines.list.queryKey(filter), (after) =>
    client.deliberations.lines.list.query({ ...filter, after }),
  );
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  const isUnit = me?.account?.grants.every(({ role }) => role === 'department_clerk');
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <StateAndPlace
        kind="outcome_line"
        state={state}
        place={place}
        more={[
          { value: 'open', label: t.open },
          { value: 'overdue', label: t.overdue },
        ]}
        onAsk={(next) => void navigate(paths.lines(next))}
      />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={isUnit ? t.emptyUnit : t.empty}
        columns={[
          {
            title: t.line,
            names: true,
            show: ({ id, suggestion, number }) => (
              <>
                <Link {...paths.line(id)}>{suggestion}</Link>
                <div className="quiet small">{number}</div>
              </>
            ),
          },
          { title: t.unit, show: ({ unitName }) => unitName },
          { title: t.place, show: ({ townshipCode }) => nameOf(townshipCode) },
          { title: t.state, show: (row) => <StateTag kind="outcome_line" state={row.state} /> },
          { title: t.due, show: ({ closedAt, dueAt }) => <Due at={closedAt === null ? dueAt : null} /> },
        ]}
      />
    </>
  );
}
