import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { serviceNames } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { ordersText } from '../../text/orders.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { CountField, DayField, TextField } from '../../ui/fields.tsx';
import { History } from '../../ui/History.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Turn } from '../../ui/Turn.tsx';

type Order = Outputs['outreach']['orders']['get'];

const route = getRouteApi('/inside/village-orders/$id');

/** One order of a village: what it wants, when somebody comes or why not, and how many were served. */
export function OrderScreen() {
  const texts = useText(ordersText);
  const t = texts.one;
  const history = useText(shellText).history;
  const { id } = route.useParams();
  const query = useQuery(api.outreach.orders.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(order) => (
        <>
          <PageHead
            title={t.title(order.village, order.title)}
            above={
              <>
                <Link {...paths.villageOrders()}>{texts.list.title}</Link> · {order.number}
              </>
            }
            lead={<StateTag kind="village_order" state={order.state} />}
          />
          <Turn matter={order} />
          {order.reason !== null && (
            <Alert
              className="gap-below"
              type="warning"
              showIcon
              title={t.declined(order.reason)}
              description={order.state === 'declined' ? t.declinedLead : undefined}
            />
          )}
          <div className="two-columns">
            <div>
              <Steps order={order} />
              <About order={order} />
            </div>
            <section className="panel">
              <h2>{history.title}</h2>
              <History kind="village_order" entries={order.history} />
            </section>
          </div>
        </>
      )}
    </Shown>
  );
}

function About({ order }: { order: Order }) {
  const t = useText(ordersText).one;
  const list = useText(ordersText).list;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.about}</h2>
      <Facts
        facts={[
          [list.service, serviceNames[order.service][locale]],
          [t.what, order.what],
          [t.team, order.team],
          [t.asker, order.asker],
          [t.wishedOn, dayText(order.wishedOn, locale)],
          [t.expected, order.expected],
          [t.words, order.words],
          [t.comesOn, order.comesOn && dayText(order.comesOn, locale)],
          [t.servedOn, order.servedOn && dayText(order.servedOn, locale)],
          [t.people, order.people],
          [t.servedWords, order.servedWords],
        ]}
      />
    </section>
  );
}

function Steps({ order: { id, may, wishedOn } }: { order: Order }) {
  const t = useText(ordersText).one;
  const today = isoDayOf(Temporal.Now.instant().toString());
  if (!Object.values(may).some(isOffered)) return null;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        <MoveButton<{ comesOn: string }>
          decision={may.date}
          label={t.date}
          weight="primary"
          initial={{ comesOn: wishedOn < today ? today : wishedOn }}
          send={(entry) => client.outreach.orders.date.mutate({ id, ...entry })}
        >
          <DayField name="comesOn" label={t.day} />
        </MoveButton>
        <MoveButton<{ servedOn: string; people: number; words?: string }>
          decision={may.serve}
          label={t.serve}
          weight="primary"
          initial={{ servedOn: today }}
          send={({ words, ...entry }) =>
            client.outreach.orders.serve.mutate({ id, ...entry, words: words || undefined })
          }
        >
          <DayField name="servedOn" label={t.servedOn} />
          <CountField name="people" label={t.people} hint={t.serveHint} max={100_000} />
          <TextField name="words" label={t.servedWords} rows={3} max={300} optional />
        </MoveButton>
        <MoveButton
          decision={may.tell}
          label={t.tell}
          weight="primary"
          send={() => client.outreach.orders.tell.mutate({ id })}
        />
        <OtherSteps id={id} may={may} />
      </div>
    </section>
  );
}

function OtherSteps({ id, may }: Pick<Order, 'id' | 'may'>) {
  const t = useText(ordersText).one;
  return (
    <>
      <MoveButton<{ comesOn: string; reason: string }>
        decision={may.change_date}
        label={t.changeDate}
        send={(entry) => client.outreach.orders.changeDate.mutate({ id, ...entry })}
      >
        <DayField name="comesOn" label={t.day} />
        <TextField name="reason" label={t.changeReason} rows={3} max={500} />
      </MoveButton>
      <MoveButton<{ reason: string }>
        decision={may.decline}
        label={t.decline}
        send={(entry) => client.outreach.orders.decline.mutate({ id, ...entry })}
      >
        <TextField name="reason" label={t.declineReason} hint={t.declineHint} rows={3} max={500} />
      </MoveButton>
      <MoveButton<{ reason: string }>
        decision={may.call_off}
        label={t.callOff}
        weight="danger"
        send={(entry) => client.outreach.orders.callOff.mutate({ id, ...entry })}
      >
        <TextField name="reason" label={t.callOffReason} rows={3} max={500} />
      </MoveButton>
    </>
  );
}
