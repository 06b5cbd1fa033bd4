import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { serviceNames, services, type Service } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { ordersText } from '../../text/orders.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';
import { Shown } from '../../ui/Shown.tsx';

type Offer = Outputs['outreach']['menu']['list'][number];

/** What villages can order: the city's menu and the county's. */
export function MenuScreen() {
  const texts = useText(ordersText);
  const t = texts.menu;
  const { locale } = useLocale();
  const keeps = useHolds('county_office', 'city_office');
  const orders = useHolds('host');
  const query = useQuery(api.outreach.menu.list.queryOptions());
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        above={<Link {...paths.villageOrders()}>{texts.list.title}</Link>}
        actions={keeps && <AddOffer />}
      />
      <Shown query={query}>
        {(offers) =>
          offers.length === 0 ? (
            <div className="empty">{t.empty}</div>
          ) : (
            <Rows<Offer>
              caption={t.title}
              rows={offers}
              keyOf={({ id }) => id}
              columns={[
                {
                  title: t.name,
                  names: true,
                  show: ({ title, service, whose }) => (
                    <>
                      {title}
                      <div className="quiet small">
                        {serviceNames[service][locale]} · {whose}
                      </div>
                    </>
                  ),
                },
                { title: t.what, show: ({ what }) => what },
                { title: t.team, show: ({ team }) => team },
                {
                  title: t.actions,
                  show: (offer) => (
                    <>
                      {orders && <Link {...paths.newVillageOrder(offer.id)}>{t.order}</Link>}
                      {offer.may.end && (
                        <MoveButton
                          label={t.end}
                          lead={t.endLead(offer.title)}
                          weight="danger"
                          send={() => client.outreach.menu.end.mutate({ id: offer.id })}
                        />
                      )}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Shown>
    </>
  );
}

type Entry = { divisionCode: string; service: Service; title: string; what: string; team: string };

function AddOffer() {
  const t = useText(ordersText).menu;
  const { locale } = useLocale();
  // One key per form: sent twice, it is still one line.
  const [key, setKey] = useState(newId);
  const levels = useMyWidestPlaces().filter(({ value }) => value.length <= 6);
  const own = levels.length === 1 ? levels[0]?.value : undefined;
  return (
    <MoveButton<Entry>
      label={t.add}
      weight="primary"
      initial={own === undefined ? {} : { divisionCode: own }}
      send={(entry) => client.outreach.menu.add.mutate({ key, ...entry })}
      onSent={() => setKey(newId())}
    >
      {levels.length > 1 ? (
        <PickField name="divisionCode" label={t.place} options={levels} />
      ) : (
        <Form.Item name="divisionCode" hidden noStyle />
      )}
      <PickField
        name="service"
        label={t.service}
        options={services.map((value) => ({ value, label: serviceNames[value][locale] }))}
      />
      <TextField name="title" label={t.name} hint={t.nameHint} max={40} />
      <TextField name="what" label={t.what} rows={3} max={300} />
      <TextField name="team" label={t.team} hint={t.teamHint} max={60} />
    </MoveButton>
  );
}
