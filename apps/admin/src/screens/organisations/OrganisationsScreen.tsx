import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { kindNames, organisationKinds } from '@tongxin/organisations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { organisationsText } from '../../text/organisations.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyPlaces, useMyWidestPlaces } from '../../ui/places.ts';
import { useKeeps } from '../members/keeps.ts';

type Row = Outputs['organisations']['browse']['rows'][number];
type After = NonNullable<Inputs['organisations']['browse']['after']>;
type Filter = { place?: string; kind?: string };

const route = getRouteApi('/inside/organisations');

/** The units of a place: committees, offices, groups, handling units. */
export function OrganisationsScreen() {
  const t = useText(organisationsText);
  const { place, kind } = route.useSearch();
  const widest = useMyWidestPlaces();
  const keeps = useKeeps(['city_office', 'operator']);
  const divisionCode = place ?? widest[0]?.value;
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          keeps && (
            <>
              <AddUnit />
              <Link {...paths.importList('organisations')}>{t.import}</Link>
            </>
          )
        }
      />
      <Filters place={divisionCode} kind={kind} />
      {divisionCode !== undefined && <Units divisionCode={divisionCode} kind={kind} />}
    </>
  );
}

function useAllMyPlaces() {
  const widest = useMyWidestPlaces().filter(({ value }) => value.length === 4);
  return [...widest, ...useMyPlaces()];
}

function useKinds() {
  const { locale } = useLocale();
  return organisationKinds.map((one) => ({ value: one as string, label: kindNames[one][locale] }));
}

function Filters({ place, kind }: Filter) {
  const t = useText(organisationsText);
  const navigate = useNavigate();
  const places = useAllMyPlaces();
  const kinds = useKinds();
  const show = (next: Filter) => void navigate(paths.organisations({ place, kind, ...next }));
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
        {t.kind}
        <Select
          value={kind ?? ''}
          options={[{ value: '', label: t.anyKind }, ...kinds]}
          onChange={(next) => show({ kind: next || undefined })}
        />
      </label>
    </div>
  );
}

function Units({ divisionCode, kind }: { divisionCode: string; kind: string | undefined }) {
  const t = useText(organisationsText);
  const { locale } = useLocale();
  const filter = { divisionCode, kind: organisationKinds.find((one) => one === kind) };
  const pages = usePages<Row, After>(api.organisations.browse.queryKey(filter), (after) =>
    client.organisations.browse.query({ ...filter, after }),
  );
  return (
    <Listing<Row>
      caption={t.title}
      pages={pages}
      keyOf={({ id }) => id}
      empty={t.empty}
      columns={[
        {
          title: t.name,
          names: true,
          show: ({ id, name }) => <Link {...paths.organisation(id)}>{name}</Link>,
        },
        { title: t.kind, show: (row) => kindNames[row.kind][locale] },
      ]}
    />
  );
}

function AddUnit() {
  const t = useText(organisationsText);
  const navigate = useNavigate();
  const places = useAllMyPlaces();
  return (
    <MoveButton<Inputs['organisations']['create']>
      label={t.add}
      weight="primary"
      send={async (entry) => {
        const id = await client.organisations.create.mutate(entry);
        await navigate(paths.organisation(id));
      }}
    >
      <PickField name="divisionCode" label={t.place} options={places} />
      <PickField name="kind" label={t.kind} options={useKinds()} />
      <TextField name="name" label={t.name} max={60} />
    </MoveButton>
  );
}
