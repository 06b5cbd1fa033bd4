import { useQuery } from '@tanstack/react-query';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { useState } from 'react';
import { api, client } from '../../api.ts';
import { platformsText } from '../../text/platforms.ts';
import { DayField, PickField, TextField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import type { Desk } from './PlatformScreen.tsx';
import { SitePicker } from './SitePicker.tsx';

type WithReason = { reason: string };
type Placement = Desk['placements'][number];

/** The members behind a site now, and those who were. */
export function People({ site }: { site: Desk }) {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  const current = site.placements.filter(({ toOn }) => toOn === null);
  const former = site.placements.filter(({ toOn }) => toOn !== null);
  const { id: platformId, may } = site;
  return (
    <section className="panel">
      <h2>{t.people}</h2>
      {current.length === 0 ? (
        <p>{t.noPeople}</p>
      ) : (
        <Rows<Placement>
          caption={t.people}
          rows={current}
          keyOf={({ id }) => id}
          columns={[
            { title: t.member, names: true, show: ({ name }) => name },
            { title: t.from, show: ({ fromOn }) => dayText(fromOn, locale) },
            { title: t.why, show: ({ reason }) => reason },
            ...(may.endPlacement.allowed
              ? [{ title: t.move, show: ({ id }: Placement) => <Moves id={id} platformId={platformId} /> }]
              : []),
          ]}
        />
      )}
      {may.place.allowed && (
        <MoveButton<WithReason & { memberId: string; fromOn?: string }>
          label={t.place}
          send={({ fromOn, ...entry }) =>
            client.platforms.place.mutate({ ...entry, platformId, fromOn: fromOn || undefined })
          }
        >
          <MemberPicker />
          <DayField name="fromOn" label={t.firstDay} hint={t.firstDayHint} optional />
          <TextField name="reason" label={t.reason} rows={2} max={200} />
        </MoveButton>
      )}
      {former.length > 0 && (
        <details>
          <summary>{t.formerPeople}</summary>
          <ul className="plain">
            {former.map(({ id, name, fromOn, toOn, endReason }) => (
              <li key={id}>
                <span>
                  {name}
                  <div className="quiet small">
                    {dayText(fromOn, locale)}–{toOn === null ? '' : dayText(toOn, locale)} {endReason}
                  </div>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Moves({ id: placementId, platformId }: { id: string; platformId: string }) {
  const t = useText(platformsText).one;
  const reason = <TextField name="reason" label={t.reason} rows={2} max={200} />;
  return (
    <div className="steps">
      <MoveButton<WithReason & { platformId: string }>
        label={t.move}
        send={({ platformId: target, reason: why }) =>
          client.platforms.movePlacement.mutate({ placementId, platformId: target, reason: why })
        }
      >
        <SitePicker except={platformId} />
        {reason}
      </MoveButton>
      <MoveButton<WithReason>
        label={t.end}
        lead={t.endLead}
        weight="danger"
        send={({ reason: why }) => client.platforms.endPlacement.mutate({ placementId, reason: why })}
      >
        {reason}
      </MoveButton>
    </div>
  );
}

/** A member within reach, found by a part of the name. */
function MemberPicker() {
  const t = useText(platformsText).one;
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...api.members.list.queryOptions({ search }),
    placeholderData: (before) => before,
  });
  return (
    <PickField
      name="memberId"
      label={t.member}
      onSearch={setSearch}
      isLoading={found.isFetching}
      options={(found.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
