import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { expertsText } from '../../text/experts.ts';
import { DayField, PickField, TextField, type Option } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';

type Entry = {
  divisionCode: string;
  organisationId?: string;
  field: string;
  purpose: string;
  wishedOn: string;
};

const route = getRouteApi('/inside/experts/new');

/** A hall, an office or a special committee asks for an expert. */
export function NewExpertRequestScreen() {
  const texts = useText(expertsText);
  const t = texts.ask;
  const { about } = route.useSearch();
  const navigate = useNavigate();
  // One key per form: sent twice, it is still one request.
  const [key] = useState(newId);
  const levels = useMyWidestPlaces();
  const own = levels.length === 1 ? levels[0]?.value : undefined;
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.experts()}>{texts.list.title}</Link>} />
      <section className="panel narrow">
        {about !== undefined && <p className="gap-below quiet">{t.about}</p>}
        <SendForm<Entry, { id: string }>
          key={own}
          initial={own === undefined ? {} : { divisionCode: own }}
          send={(entry) =>
            client.experts.request.mutate({
              key,
              ...entry,
              ...(about === undefined ? {} : { aboutId: about }),
            })
          }
          onSent={({ id }) => void navigate(paths.expertRequest(id))}
          label={t.send}
        >
          {levels.length > 1 ? (
            <PickField name="divisionCode" label={t.level} options={levels} />
          ) : (
            <Form.Item name="divisionCode" hidden noStyle />
          )}
          <UnitField />
          <TextField name="field" label={t.field} hint={t.fieldHint} max={30} />
          <TextField name="purpose" label={t.purpose} hint={t.purposeHint} rows={4} max={500} />
          <DayField name="wishedOn" label={t.wishedOn} />
        </SendForm>
      </section>
    </>
  );
}

/** Special committees of the chosen level, where there are any: they ask in their own name. */
function UnitField() {
  const t = useText(expertsText).ask;
  const level = Form.useWatch<string | undefined>('divisionCode');
  const asked = level !== undefined && level.length < 9 ? [level] : [];
  const options = useQueries({
    queries: asked.map((divisionCode) =>
      api.organisations.browse.queryOptions({ divisionCode, kind: 'special_committee' }),
    ),
    combine: (answers) =>
      answers.flatMap(({ data }) =>
        (data?.rows ?? []).map(({ id, name }): Option => ({ value: id, label: name })),
      ),
  });
  if (options.length === 0) return null;
  return <PickField name="organisationId" label={t.unit} hint={t.unitHint} optional options={options} />;
}
