import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { visitStates } from '@tongxin/visits/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { shellText } from '../../text/shell.ts';
import { visitsText } from '../../text/visits.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { statesOf } from '../../ui/workflows.ts';

type Row = Outputs['visits']['list']['rows'][number];
type After = NonNullable<Inputs['visits']['list']['after']>;

const route = getRouteApi('/inside/visits');

/** Visits of the person's committee to its members, and what of their asks still waits for an answer. */
export function VisitsScreen() {
  const t = useText(visitsText).list;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { state: wanted } = route.useSearch();
  const state = visitStates.find((one) => one === wanted);
  const pages = usePages<Row, After>(api.visits.list.queryKey({ state }), (after) =>
    client.visits.list.query({ state, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <Link className="button button-primary" {...paths.newVisit()}>
            {t.plan}
          </Link>
        }
      />
      <div className="filters">
        <label>
          {t.state}
          <Select
            value={state ?? ''}
            options={[{ value: '', label: shell.everyState }, ...statesOf('member_visit', locale)]}
            onChange={(next) => void navigate(paths.visits({ state: next === '' ? undefined : next }))}
            popupMatchSelectWidth={false}
          />
        </label>
      </div>
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.member,
            names: true,
            show: (row) => (
              <>
                <Link {...paths.visit(row.id)}>{row.memberName}</Link>
                <div className="quiet small">{row.number}</div>
              </>
            ),
          },
          { title: t.when, show: ({ visitOn }) => dayText(visitOn, locale) },
          { title: t.who, show: ({ visitors }) => visitors },
          { title: t.asks, show: ({ asks, openAsks }) => (asks === 0 ? t.none : t.open(openAsks, asks)) },
          { title: t.state, show: (row) => <StateTag kind="member_visit" state={row.state} /> },
          { title: t.due, show: ({ dueAt }) => <Due at={dueAt} /> },
        ]}
      />
    </>
  );
}
