import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { Select } from 'antd';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyPlaces, useMyWidestPlaces } from '../../ui/places.ts';
import { MemberField } from './fields.tsx';
import { useKeeps } from './keeps.ts';

type Row = Outputs['members']['villages']['list']['rows'][number];
type Filter = { place?: string; only?: string };

const route = getRouteApi('/inside/villages');

/** One village, one member: who has which, and which have nobody. */
export function VillagesScreen() {
  const texts = useText(membersText);
  const t = texts.villages;
  const { place, only } = route.useSearch();
  const widest = useMyWidestPlaces();
  const divisionCode = place ?? widest[0]?.value;
  const filter = { place: divisionCode, only };
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.members()}>{texts.title}</Link>} />
      <Filters {...filter} />
      {divisionCode !== undefined && <Villages divisionCode={divisionCode} without={only === 'without'} />}
    </>
  );
}

function Filters({ place, only }: Filter) {
  const t = useText(membersText).villages;
  const navigate = useNavigate();
  const widest = useMyWidestPlaces().filter(({ value }) => value.length === 4);
  const places = [...widest, ...useMyPlaces()];
  const show = (next: Filter) => void navigate(paths.villages({ place, only, ...next }));
  return (
    <div className="filters">
      {places.length > 1 && (
        <label>
          {t.place}
          <Select
            value={place}
            options={places}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(next) => show({ place: next })}
          />
        </label>
      )}
      <label>
        {t.filter}
        <Select
          value={only ?? ''}
          options={[
            { value: '', label: t.all },
            { value: 'without', label: t.without },
          ]}
          onChange={(next) => show({ only: next || undefined })}
        />
      </label>
    </div>
  );
}

function Villages({ divisionCode, without }: { divisionCode: string; without: boolean }) {
  const t = useText(membersText).villages;
  const keeps = useKeeps();
  const count = useQuery(api.members.villages.count.queryOptions({ divisionCode }));
  const filter = { divisionCode, without };
  const pages = usePages<Row, string>(api.members.villages.list.queryKey(filter), (after) =>
    client.members.villages.list.query({ ...filter, after }),
  );
  return (
    <>
      {count.data && <p>{t.count(count.data.given, count.data.villages)}</p>}
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ code }) => code}
        empty={without ? t.emptyWithout : t.empty}
        columns={[
          { title: t.village, names: true, show: ({ name }) => name },
          { title: t.township, show: ({ townshipName }) => townshipName },
          {
            title: t.member,
            show: ({ memberId, memberName }) =>
              memberId === null ? (
                <span className="quiet">{t.nobody}</span>
              ) : (
                <Link {...paths.member(memberId)}>{memberName}</Link>
              ),
          },
          ...(keeps ? [{ title: t.give, show: (row: Row) => <Steps row={row} /> }] : []),
        ]}
      />
    </>
  );
}

function Steps({ row: { code: villageCode, memberId } }: { row: Row }) {
  const texts = useText(membersText);
  const t = texts.villages;
  return (
    <div className="steps">
      <MoveButton<{ memberId: string }>
        label={t.give}
        send={(entry) => client.members.villages.give.mutate({ villageCode, ...entry })}
      >
        <MemberField name="memberId" label={t.member} />
      </MoveButton>
      {memberId !== null && (
        <MoveButton<{ reason: string }>
          label={t.take}
          lead={t.takeLead}
          weight="danger"
          send={({ reason }) => client.members.villages.take.mutate({ villageCode, reason })}
        >
          <TextField name="reason" label={texts.reason} rows={2} max={200} />
        </MoveButton>
      )}
    </div>
  );
}
