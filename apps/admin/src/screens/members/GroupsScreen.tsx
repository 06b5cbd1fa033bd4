import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  activityCategories,
  activityNames,
  groupKindNames,
  groupKinds,
  type GroupKind,
} from '@tongxin/members/rules';
import { civilDay } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { recordText } from '../../text/record.ts';
import { ChoiceField, CountField, PickField, TextField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { CommitteeFilter } from './CommitteeFilter.tsx';
import { useCommittees, useCommitteeUnits } from './committees.ts';
import { CommitteeField, SectorField } from './fields.tsx';
import { useKeeps } from './keeps.ts';

type Row = Outputs['members']['groups']['list']['rows'][number];
type After = NonNullable<Inputs['members']['groups']['list']['after']>;

const route = getRouteApi('/inside/groups');

/** The groups of one committee, and what each of them owes this year. */
export function GroupsScreen() {
  const t = useText(membersText);
  const owed = useText(recordText).owed;
  const { committee } = route.useSearch();
  const navigate = useNavigate();
  const committees = useCommittees();
  const keeps = useKeeps();
  const divisionCode = committee ?? committees[0]?.value;
  return (
    <>
      <PageHead
        title={t.groups.title}
        lead={t.groups.lead}
        above={<Link {...paths.members()}>{t.title}</Link>}
        actions={keeps && <NewGroup />}
      />
      <p className="links">
        <Link {...paths.owed({ committee })}>{owed.title}</Link>
      </p>
      <CommitteeFilter value={committee} onChange={(next) => void navigate(paths.groups(next))} />
      {divisionCode !== undefined && <Groups divisionCode={divisionCode} />}
      {keeps && divisionCode !== undefined && <Minimums divisionCode={divisionCode} />}
    </>
  );
}

function Groups({ divisionCode }: { divisionCode: string }) {
  const t = useText(membersText).groups;
  const { locale } = useLocale();
  const filter = { divisionCode };
  const pages = usePages<Row, After>(api.members.groups.list.queryKey(filter), (after) =>
    client.members.groups.list.query({ ...filter, after }),
  );
  return (
    <Listing<Row>
      caption={t.title}
      pages={pages}
      keyOf={({ id }) => id}
      empty={t.empty}
      columns={[
        { title: t.name, names: true, show: ({ id, name }) => <Link {...paths.group(id)}>{name}</Link> },
        { title: t.kind, show: ({ kind }) => groupKindNames[kind][locale] },
        { title: t.convenor, show: ({ convenorName }) => convenorName ?? t.noConvenor },
        { title: t.size, number: true, show: ({ size }) => size },
      ]}
    />
  );
}

type Entry = { organisationId: string; kind: GroupKind; name: string; sectorCode?: string };

function NewGroup() {
  const t = useText(membersText).groups;
  const navigate = useNavigate();
  return (
    <MoveButton<Entry>
      label={t.add}
      weight="primary"
      initial={{ kind: 'sector' }}
      send={async (entry) => {
        const { groupId } = await client.members.groups.create.mutate(entry);
        await navigate(paths.group(groupId));
      }}
    >
      <CommitteeField />
      <KindAndSector />
      <TextField name="name" label={t.name} max={40} />
    </MoveButton>
  );
}

function KindAndSector() {
  const t = useText(membersText).groups;
  const { locale } = useLocale();
  const kind = Form.useWatch<GroupKind | undefined>('kind');
  return (
    <>
      <ChoiceField
        name="kind"
        label={t.kind}
        options={groupKinds.map((one) => ({ value: one, label: groupKindNames[one][locale] }))}
      />
      {kind === 'sector' && <SectorField />}
    </>
  );
}

/** What each group of the committee owes this year, by kind of activity. */
function Minimums({ divisionCode }: { divisionCode: string }) {
  const t = useText(membersText);
  const { locale } = useLocale();
  const year = civilDay(Temporal.Now.instant()).year;
  const places = useCommittees();
  const units = useCommitteeUnits();
  const label = places.find(({ value }) => value === divisionCode)?.label;
  const organisationId = units.find((unit) => unit.label === label)?.value;
  const { data } = useQuery({
    ...api.members.groups.minimums.queryOptions({ organisationId: organisationId ?? '', year }),
    enabled: organisationId !== undefined,
  });
  if (organisationId === undefined) return null;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {t.groups.minimums} · {year}
        </h2>
        <MoveButton<{ category: Inputs['members']['groups']['setMinimum']['category']; amount: number }>
          label={t.groups.setMinimum}
          lead={t.groups.minimumsLead}
          send={(entry) => client.members.groups.setMinimum.mutate({ organisationId, year, ...entry })}
        >
          <PickField
            name="category"
            label={t.groups.category}
            options={activityCategories.map((one) => ({ value: one, label: activityNames[one][locale] }))}
          />
          <CountField name="amount" label={t.groups.amount} hint={t.groups.amountHint} max={200} />
        </MoveButton>
      </div>
      {data?.length === 0 && <p>{t.groups.noMinimums}</p>}
      <Facts
        facts={(data ?? []).map(({ category, amount }) => [
          activityNames[category][locale],
          t.groups.times(amount),
        ])}
      />
    </section>
  );
}
