import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { serviceNames } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { ordersText } from '../../text/orders.ts';
import { CountField, DayField, PickField, TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useGround } from '../../ui/roles.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Offers = Outputs['outreach']['menu']['list'];
type Entry = { offerId: string; divisionCode: string; wishedOn: string; expected: number; words?: string };

const route = getRouteApi('/inside/village-orders/new');

/** A township orders something of the menu for one of its villages. */
export function NewOrderScreen() {
  const texts = useText(ordersText);
  const t = texts.ask;
  const { offer } = route.useSearch();
  const query = useQuery(api.outreach.menu.list.queryOptions());
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        above={<Link {...paths.villageOrders()}>{texts.list.title}</Link>}
      />
      <Shown query={query}>
        {(offers) =>
          offers.length === 0 ? (
            <p className="empty">{t.noOffers}</p>
          ) : (
            <OrderForm offers={offers} chosen={offers.find(({ id }) => id === offer)?.id} />
          )
        }
      </Shown>
    </>
  );
}

function OrderForm({ offers, chosen }: { offers: Offers; chosen: string | undefined }) {
  const t = useText(ordersText).ask;
  const { locale } = useLocale();
  const navigate = useNavigate();
  // One key per form: sent twice, it is still one order.
  const [key] = useState(newId);
  return (
    <section className="panel narrow">
      <SendForm<Entry, { id: string }>
        initial={chosen === undefined ? {} : { offerId: chosen }}
        send={({ words, ...entry }) =>
          client.outreach.orders.place.mutate({ key, ...entry, words: words || undefined })
        }
        onSent={({ id }) => void navigate(paths.villageOrder(id))}
        label={t.send}
      >
        <PickField
          name="offerId"
          label={t.offer}
          options={offers.map(({ id, service, title, team }) => ({
            value: id,
            label: `${serviceNames[service][locale]} · ${title} · ${team}`,
          }))}
        />
        <Chosen offers={offers} />
        <VillageField />
        <DayField name="wishedOn" label={t.wishedOn} />
        <CountField name="expected" label={t.expected} max={100_000} />
        <TextField name="words" label={t.words} hint={t.wordsHint} rows={3} max={300} optional />
      </SendForm>
    </section>
  );
}

/** What the chosen line of the menu brings and asks of the village. */
function Chosen({ offers }: { offers: Offers }) {
  const id = Form.useWatch<string | undefined>('offerId');
  const what = offers.find((one) => one.id === id)?.what;
  return what === undefined ? null : <p className="words gap-below">{what}</p>;
}

/** The villages of the townships that the person hosts. */
function VillageField() {
  const t = useText(ordersText).ask;
  const villages = useQueries({
    queries: useGround('host').map((parentCode) => api.divisions.children.queryOptions({ parentCode })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  return (
    <PickField
      name="divisionCode"
      label={t.village}
      hint={t.villageHint}
      options={villages.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
