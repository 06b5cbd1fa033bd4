import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { orderStates, serviceNames, services } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { ordersText } from '../../text/orders.ts';
import { shellText } from '../../text/shell.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useHolds } from '../../ui/roles.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { statesOf } from '../../ui/workflows.ts';

type Row = Outputs['outreach']['orders']['list']['rows'][number];
type After = NonNullable<Inputs['outreach']['orders']['list']['after']>;

const route = getRouteApi('/inside/village-orders');

/** What villages on the person's ground ordered, and how far it is. */
export function OrdersScreen() {
  const t = useText(ordersText).list;
  const { locale } = useLocale();
  const isHost = useHolds('host');
  const search = route.useSearch();
  const state = orderStates.find((one) => one === search.state);
  const service = services.find((one) => one === search.service);
  const filter = { state, service };
  const pages = usePages<Row, After>(api.outreach.orders.list.queryKey(filter), (after) =>
    client.outreach.orders.list.query({ ...filter, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <Link className="button" {...paths.menu()}>
              {t.menu}
            </Link>
            {isHost && (
              <Link className="button button-primary" {...paths.newVillageOrder()}>
                {t.order}
              </Link>
            )}
          </>
        }
      />
      <Filters {...filter} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.what,
            names: true,
            show: (row) => (
              <>
                <Link {...paths.villageOrder(row.id)}>{row.title}</Link>
                <div className="quiet small">
                  {serviceNames[row.service][locale]} · {row.number}
                </div>
              </>
            ),
          },
          { title: t.village, show: ({ village }) => village },
          {
            title: t.when,
            show: ({ comesOn, wishedOn }) =>
              comesOn === null ? t.wished(dayText(wishedOn, locale)) : dayText(comesOn, locale),
          },
          { title: t.people, number: true, show: ({ people }) => people },
          { title: t.state, show: (row) => <StateTag kind="village_order" state={row.state} /> },
          { title: t.due, show: ({ dueAt }) => <Due at={dueAt} /> },
        ]}
      />
    </>
  );
}

type Filter = { state: string | undefined; service: string | undefined };

function Filters({ state, service }: Filter) {
  const t = useText(ordersText).list;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const show = (next: Partial<Filter>) => void navigate(paths.villageOrders({ state, service, ...next }));
  return (
    <div className="filters">
      <label>
        {t.state}
        <Select
          value={state ?? ''}
          options={[{ value: '', label: shell.everyState }, ...statesOf('village_order', locale)]}
          onChange={(next) => show({ state: next || undefined })}
          popupMatchSelectWidth={false}
        />
      </label>
      <label>
        {t.service}
        <Select
          value={service ?? ''}
          options={[
            { value: '', label: t.everyService },
            ...services.map((value) => ({ value, label: serviceNames[value][locale] })),
          ]}
          onChange={(next) => show({ service: next || undefined })}
          popupMatchSelectWidth={false}
        />
      </label>
    </div>
  );
}
