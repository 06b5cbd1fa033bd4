import { Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { expertsText } from '../../text/experts.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { useMyWidestPlaces, usePlaceNames } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';

type Row = Outputs['experts']['teams']['list']['rows'][number];
type After = NonNullable<Inputs['experts']['teams']['list']['after']>;

/** The teams of the city and of the person's county. */
export function ExpertTeamsScreen() {
  const texts = useText(expertsText);
  const t = texts.teams;
  const nameOf = usePlaceNames();
  const keeps = useHolds('county_office', 'city_office');
  const pages = usePages<Row, After>(api.experts.teams.list.queryKey({}), (after) =>
    client.experts.teams.list.query({ after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        above={<Link {...paths.experts()}>{texts.list.title}</Link>}
        actions={keeps && <MakeTeam />}
      />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.name,
            names: true,
            show: (row) => <Link {...paths.expertTeam(row.id)}>{row.name}</Link>,
          },
          { title: t.field, show: ({ field }) => field },
          { title: t.level, show: ({ countyCode }) => (countyCode === null ? t.city : nameOf(countyCode)) },
          { title: t.leader, show: ({ lead }) => lead },
          { title: t.count, number: true, show: ({ experts }) => t.experts(experts) },
        ]}
      />
    </>
  );
}

type Entry = { divisionCode: string; name: string; field: string };

function MakeTeam() {
  const t = useText(expertsText).teams;
  const navigate = useNavigate();
  const [key] = useState(newId);
  const levels = useMyWidestPlaces().filter(({ value }) => value.length <= 6);
  const own = levels.length === 1 ? levels[0]?.value : undefined;
  return (
    <MoveButton<Entry>
      label={t.make}
      weight="primary"
      initial={own === undefined ? {} : { divisionCode: own }}
      send={async (entry) => {
        const { id } = await client.experts.teams.make.mutate({ key, ...entry });
        await navigate(paths.expertTeam(id));
      }}
    >
      {levels.length > 1 ? (
        <PickField name="divisionCode" label={t.level} options={levels} />
      ) : (
        <Form.Item name="divisionCode" hidden noStyle />
      )}
      <TextField name="name" label={t.name} max={40} />
      <TextField name="field" label={t.field} max={30} />
    </MoveButton>
  );
}
