import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { recordText } from '../../text/record.ts';
import { TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { useCommittees } from './committees.ts';
import { MembershipFields, orNull, useSectors } from './fields.tsx';
import { useKeeps } from './keeps.ts';

type Row = Outputs['members']['list']['rows'][number];
type After = NonNullable<Inputs['members']['list']['after']>;
type Filter = { search?: string; committee?: string; sector?: string };

const route = getRouteApi('/inside/members');

/** The members whom this office may know of, by name. */
export function MembersScreen() {
  const t = useText(membersText);
  const record = useText(recordText);
  const { search, committee, sector } = route.useSearch();
  const filter = { search, divisionCode: committee, sectorCode: sector };
  const pages = usePages<Row, After>(api.members.list.queryKey(filter), (after) =>
    client.members.list.query({ ...filter, after }),
  );
  const keeps = useKeeps();
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          keeps && (
            <>
              <AddMember />
              <Link {...paths.importList('members')}>{t.import}</Link>
            </>
          )
        }
      />
      <p className="links">
        <Link {...paths.sectors(committee)}>{t.links.sectors}</Link>
        <Link {...paths.groups(committee)}>{t.links.groups}</Link>
        <Link {...paths.villages()}>{t.links.villages}</Link>
        {keeps && (
          <>
            <Link {...paths.owed({ committee })}>{record.owed.title}</Link>
            <Link {...paths.training({ committee })}>{record.training.title}</Link>
            <Link {...paths.quiet()}>{record.quiet.title}</Link>
          </>
        )}
      </p>
      <Filters {...{ search, committee, sector }} />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          { title: t.name, names: true, show: ({ id, name }) => <Link {...paths.member(id)}>{name}</Link> },
          { title: t.dutyTitle, show: ({ dutyTitle }) => dutyTitle },
          { title: t.committee, show: ({ committees }) => <Committees of={committees} /> },
        ]}
      />
    </>
  );
}

/** Where somebody is a member, from which sector, one committee per line. */
function Committees({ of }: { of: Row['committees'] }) {
  const t = useText(membersText);
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  return of.map(({ id, countyCode, sector, sectorEn, isStanding }) => (
    <div key={id}>
      {countyCode === null ? t.municipal : nameOf(countyCode)} ·{' '}
      {(locale === 'en' ? sectorEn : null) ?? sector}
      {isStanding && ` · ${t.standing}`}
    </div>
  ));
}

function Filters({ search, committee, sector }: Filter) {
  const t = useText(membersText);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search ?? '');
  const committees = useCommittees();
  const sectors = useSectors();
  const show = (next: Filter) => void navigate(paths.members({ search, committee, sector, ...next }));
  return (
    <form
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        show({ search: typed || undefined });
      }}
    >
      <label>
        {t.search}
        <Input value={typed} maxLength={30} onChange={({ target }) => setTyped(target.value)} />
      </label>
      {committees.length > 1 && (
        <label>
          {t.committee}
          <Select
            value={committee ?? ''}
            options={[{ value: '', label: t.anyCommittee }, ...committees]}
            onChange={(next) => show({ committee: next || undefined })}
          />
        </label>
      )}
      <label>
        {t.sector}
        <Select
          value={sector ?? ''}
          options={[{ value: '', label: t.anySector }, ...sectors, { value: 'none', label: t.noSector }]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next) => show({ sector: next || undefined })}
        />
      </label>
      <ActionButton submits>{t.find}</ActionButton>
    </form>
  );
}

function AddMember() {
  const t = useText(membersText);
  const navigate = useNavigate();
  return (
    <MoveButton<Inputs['members']['add']>
      label={t.add}
      weight="primary"
      send={async (entry) => {
        const id = await client.members.add.mutate({
          ...entry,
          dutyTitle: orNull(entry.dutyTitle),
          termNo: orNull(entry.termNo),
          joinedOn: entry.joinedOn || undefined,
        });
        await navigate(paths.member(id));
      }}
    >
      <TextField name="name" label={t.name} max={30} />
      <TextField name="dutyTitle" label={t.dutyTitle} rows={1} max={200} optional />
      <MembershipFields />
    </MoveButton>
  );
}
