import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { requestStates } from '@tongxin/experts/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { expertsText } from '../../text/experts.ts';
import { shellText } from '../../text/shell.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { statesOf } from '../../ui/workflows.ts';

type Row = Outputs['experts']['list']['rows'][number];
type After = NonNullable<Inputs['experts']['list']['after']>;

const route = getRouteApi('/inside/experts');

/** Who asked for an expert on the ground of the person's offices, and how far it is. */
export function ExpertsScreen() {
  const t = useText(expertsText).list;
  const { locale } = useLocale();
  const { show, state: wanted } = route.useSearch();
  const state = requestStates.find((one) => one === wanted);
  const filter = { mine: show === 'mine', state };
  const pages = usePages<Row, After>(api.experts.list.queryKey(filter), (after) =>
    client.experts.list.query({ ...filter, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <Link className="button" {...paths.expertTeams()}>
              {t.teams}
            </Link>
            <Link className="button button-primary" {...paths.newExpertRequest()}>
              {t.ask}
            </Link>
          </>
        }
      />
      <ul className="chips">
        {(['all', 'mine'] as const).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.experts({ show: one === 'all' ? undefined : one, state })}
              activeOptions={{ exact: true }}
              aria-current={(one === 'mine') === filter.mine ? 'true' : undefined}
            >
              {t[one]}
            </Link>
          </li>
        ))}
      </ul>
      <StateFilter show={show} state={state} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.field,
            names: true,
            show: (row) => (
              <>
                <Link {...paths.expertRequest(row.id)}>{row.field}</Link>
                <div className="quiet small">{row.number}</div>
              </>
            ),
          },
          { title: t.asker, show: ({ asker }) => asker },
          { title: t.expert, show: ({ expert }) => expert ?? <span className="quiet">{t.nobody}</span> },
          {
            title: t.when,
            show: ({ visitOn, wishedOn }) =>
              visitOn === null ? t.wished(dayText(wishedOn, locale)) : dayText(visitOn, locale),
          },
          { title: t.state, show: ({ state: at }) => <StateTag kind="expert_request" state={at} /> },
          { title: t.due, show: ({ dueAt }) => <Due at={dueAt} /> },
        ]}
      />
    </>
  );
}

function StateFilter({ show, state }: { show?: string | undefined; state: string | undefined }) {
  const t = useText(expertsText).list;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  return (
    <div className="filters">
      <label>
        {t.state}
        <Select
          value={state ?? ''}
          options={[{ value: '', label: shell.everyState }, ...statesOf('expert_request', locale)]}
          onChange={(next) => void navigate(paths.experts({ show, state: next === '' ? undefined : next }))}
          popupMatchSelectWidth={false}
        />
      </label>
    </div>
  );
}
