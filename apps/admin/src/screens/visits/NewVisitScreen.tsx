import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { visitsText } from '../../text/visits.ts';
import { DayField, PickField, TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { MemberField } from '../rotas/MemberField.tsx';

type Entry = { divisionCode: string; memberId: string; visitOn: string; visitors: string };
type Person = { id: string; name: string };

const route = getRouteApi('/inside/visits/new');

/** A committee plans to visit one of its members; from a member's own page it is that member. */
export function NewVisitScreen() {
  const { member } = route.useSearch();
  return member === undefined ? <Plan /> : <PlanFor memberId={member} />;
}

function PlanFor({ memberId }: { memberId: string }) {
  const query = useQuery(api.members.get.queryOptions({ id: memberId }));
  return <Shown query={query}>{(person) => <Plan person={person} />}</Shown>;
}

function Plan({ person }: { person?: Person }) {
  const texts = useText(visitsText);
  const t = texts.plan;
  const navigate = useNavigate();
  // One key per form: sent twice, it is still one visit.
  const [key] = useState(newId);
  const levels = useMyWidestPlaces().filter(({ value }) => value.length <= 6);
  const own = levels.length === 1 ? levels[0]?.value : undefined;
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.visits()}>{texts.list.title}</Link>} />
      <section className="panel narrow">
        <SendForm<Entry, { id: string }>
          key={own}
          initial={{
            ...(own === undefined ? {} : { divisionCode: own }),
            ...(person === undefined ? {} : { memberId: person.id }),
          }}
          send={(entry) => client.visits.plan.mutate({ key, ...entry })}
          onSent={({ id }) => void navigate(paths.visit(id))}
          label={t.send}
        >
          {levels.length > 1 ? (
            <PickField name="divisionCode" label={t.level} options={levels} />
          ) : (
            <Form.Item name="divisionCode" hidden noStyle />
          )}
          {person === undefined ? (
            <MemberField name="memberId" label={t.member} />
          ) : (
            <PickField
              name="memberId"
              label={t.member}
              options={[{ value: person.id, label: person.name }]}
            />
          )}
          <DayField name="visitOn" label={t.visitOn} />
          <TextField name="visitors" label={t.visitors} hint={t.visitorsHint} max={100} />
        </SendForm>
      </section>
    </>
  );
}
