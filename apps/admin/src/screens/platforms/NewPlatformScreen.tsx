import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { siteRoleNames, siteRoles, type SiteRole } from '@tongxin/platforms/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useEffect } from 'react';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyPlaces, useMyWidestPlaces } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { DetailFields, sentDetails, type DetailEntry } from './DetailFields.tsx';

type Entry = DetailEntry & {
  place: string;
  villageCode?: string;
  organisationId: string;
  roles: { role: SiteRole; plaqueName: string }[];
};

/** Enters a site with its plaques; residents see it at once. */
export function NewPlatformScreen() {
  const texts = useText(platformsText);
  const t = texts.form;
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title={t.newTitle}
        lead={t.newLead}
        above={<Link {...paths.platforms()}>{texts.title}</Link>}
      />
      <section className="panel narrow">
        <SendForm<Entry, string>
          initial={{ roles: [{} as Entry['roles'][number]], hours: { closesOnHolidays: true } }}
          send={({ place, villageCode, organisationId, roles, ...details }) =>
            client.platforms.add.mutate({
              ...sentDetails(details),
              organisationId,
              placeCode: villageCode ?? place,
              roles,
            })
          }
          onSent={(id) => void navigate(paths.platform(id))}
          label={t.send}
        >
          <PlaceAndHost />
          <PlaqueFields />
          <DetailFields />
        </SendForm>
      </section>
    </>
  );
}

/** Where the site belongs, and which unit hosts it there. */
function PlaceAndHost() {
  const t = useText(platformsText).form;
  const form = Form.useFormInstance();
  const place = Form.useWatch<string | undefined>('place');
  const inside = useMyPlaces();
  const places = [...useMyWidestPlaces().filter(({ value }) => value.length === 4), ...inside];
  const inTownship = place?.length === 9;
  const { data: units = [] } = useQuery({
    ...api.organisations.list.queryOptions({ divisionCode: place ?? '' }),
    enabled: place !== undefined,
  });
  const { data: villages = [] } = useQuery({
    ...api.divisions.children.queryOptions({ parentCode: place ?? '' }),
    enabled: inTownship,
  });
  const hosts = units.filter(({ kind }) =>
    inTownship ? kind === 'township_group' : kind !== 'township_group' && kind !== 'department',
  );
  const only = hosts.length === 1 ? hosts[0] : undefined;
  useEffect(() => {
    form.setFieldValue('organisationId', only?.id);
  }, [form, only]);
  return (
    <>
      <PickField
        name="place"
        label={t.place}
        hint={t.placeHint}
        options={places}
        onChange={() => form.setFieldValue('villageCode', undefined)}
      />
      {inTownship && (
        <PickField
          name="villageCode"
          label={t.village}
          hint={t.villageHint}
          optional
          options={villages.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <PickField
        name="organisationId"
        label={t.organisation}
        options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}

function PlaqueFields() {
  const t = useText(platformsText).form;
  const { locale } = useLocale();
  return (
    <fieldset className="rows-of-fields">
      <legend>{t.plaques}</legend>
      <Form.List name="roles">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="field-row">
                <PickField
                  name={[name, 'role']}
                  label={t.plaqueRole}
                  options={siteRoles.map((role) => ({ value: role, label: siteRoleNames[role][locale] }))}
                />
                <TextField name={[name, 'plaqueName']} label={t.plaqueName} max={60} />
                {rows.length > 1 && <ActionButton onClick={() => remove(name)}>{t.remove}</ActionButton>}
              </div>
            ))}
            <ActionButton onClick={() => add({})}>{t.addPlaque}</ActionButton>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
