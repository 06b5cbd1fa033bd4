import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { whereOf } from './EventsScreen.tsx';

type Row = Outputs['events']['askedOfUnits']['rows'][number];
type After = NonNullable<Inputs['events']['askedOfUnits']['after']>;

/** Events to which units are asked that the person answers for. */
export function AskedOfUnitsScreen() {
  const texts = useText(eventsText);
  const t = texts.units;
  const { locale } = useLocale();
  const pages = usePages<Row, After>(api.events.askedOfUnits.queryKey({}), (after) =>
    client.events.askedOfUnits.query({ after }),
  );
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: texts.list.event,
            names: true,
            show: ({ id, title, organiser }) => (
              <>
                <Link {...paths.invitation(id)}>{title}</Link>
                <div className="quiet small">{organiser}</div>
              </>
            ),
          },
          { title: texts.list.when, show: ({ startsAt, endsAt }) => spanText(startsAt, endsAt, locale) },
          { title: texts.list.where, show: whereOf },
          {
            title: t.answer,
            show: ({ state, waits }) => {
              if (state === 'cancelled') return <StateTag kind="event" state={state} />;
              return waits ? <strong>{t.waits}</strong> : t.said;
            },
          },
        ]}
      />
    </>
  );
}
