import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { categoryNames, eventCategories } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { Shown } from '../../ui/Shown.tsx';

type Kind = Outputs['events']['kinds'][number];
type Named = { category: Kind['category']; name: string; organisationId?: string };

/** What the city and its units call their events: named here, chosen and filtered by everywhere at once. */
export function KindsScreen() {
  const t = useText(eventsText).kinds;
  const { locale } = useLocale();
  const query = useQuery(api.events.kinds.queryOptions());
  return (
    <>
      <PageHead
        title={t.title}
        above={<Link {...paths.events()}>{t.back}</Link>}
        lead={t.lead}
        actions={<AddKind />}
      />
      <Shown query={query}>
        {(kinds) =>
          kinds.length === 0 ? (
            <div className="empty">{t.empty}</div>
          ) : (
            <Rows<Kind>
              caption={t.title}
              rows={kinds}
              keyOf={({ id }) => id}
              columns={[
                {
                  title: t.name,
                  names: true,
                  show: ({ id, name }) => <Link {...paths.events({ kind: id, when: 'held' })}>{name}</Link>,
                },
                { title: t.category, show: ({ category }) => categoryNames[category][locale] },
                { title: t.whose, show: ({ organisation }) => organisation ?? t.city },
                { title: t.state, show: ({ active }) => (active ? t.active : t.retired) },
                {
                  title: t.actions,
                  show: ({ id, name, may }) =>
                    may.retire && (
                      <MoveButton
                        label={t.retire}
                        lead={t.retireLead(name)}
                        weight="danger"
                        send={() => client.events.retireKind.mutate({ id })}
                      />
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

function AddKind() {
  const t = useText(eventsText).kinds;
  const { locale } = useLocale();
  const widest = useMyWidestPlaces();
  const own = widest[0]?.value ?? '';
  const units = useQuery({
    ...api.organisations.list.queryOptions({ divisionCode: own }),
    enabled: own !== '',
  }).data;
  const isCity = widest.some(({ value }) => value.length === 4);
  const whose = [
    ...(isCity ? [{ value: '', label: t.city }] : []),
    ...(units ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <MoveButton<Named>
      label={t.add}
      weight="primary"
      send={({ organisationId, ...named }) =>
        client.events.addKind.mutate({ ...named, ...(organisationId ? { organisationId } : {}) })
      }
    >
      <TextField name="name" label={t.name} max={30} />
      <PickField
        name="category"
        label={t.category}
        options={eventCategories.map((value) => ({ value, label: categoryNames[value][locale] }))}
      />
      <PickField name="organisationId" label={t.whose} options={whose} />
    </MoveButton>
  );
}
