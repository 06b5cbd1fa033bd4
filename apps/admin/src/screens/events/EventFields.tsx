import { useQuery } from '@tanstack/react-query';
import { categoryNames, eventCategories, eventModes, modeNames } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { eventsText } from '../../text/events.ts';
import { ChoiceField, PickField, TextField, TickField, type Option } from '../../ui/fields.tsx';
import { readAll } from '../../ui/pages.ts';
import { useDepartments } from '../../ui/units.ts';
import { GroupField } from './GroupField.tsx';
import { instantOf } from './clock.ts';

/** Who comes, as one question: expected, invited, signing up, everybody. */
const whoms = ['must', 'invited', 'members', 'public'] as const;
export type Whom = (typeof whoms)[number];

/** The fields of a plan; those that a choice makes needless are not there. */
export function EventFields({ levels, isPart }: { levels: Option[]; isPart: boolean }) {
  const t = useText(eventsText).plan;
  const { locale } = useLocale();
  const category = Form.useWatch<string | undefined>('category');
  const mode = Form.useWatch<string | undefined>('mode');
  const whom = Form.useWatch<Whom | undefined>('whom');
  const divisionCode = Form.useWatch<string | undefined>('divisionCode');
  const kinds = useQuery(api.events.kinds.queryOptions()).data?.filter(
    (kind) => kind.active && kind.category === category,
  );
  return (
    <>
      {!isPart && levels.length > 1 && (
        <PickField name="divisionCode" label={t.level} hint={t.levelHint} options={levels} />
      )}
      {(isPart || levels.length <= 1) && <Form.Item name="divisionCode" hidden noStyle />}
      <PickField
        name="category"
        label={t.category}
        options={eventCategories.map((value) => ({ value, label: categoryNames[value][locale] }))}
      />
      {kinds !== undefined && kinds.length > 0 && (
        <PickField
          name="kindId"
          label={t.kind}
          optional
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <GroupField divisionCode={divisionCode} />
      <TextField name="title" label={t.name} max={80} />
      <TextField name="speaker" label={t.speaker} max={100} optional />
      <Times />
      <PlaceFields />
      <VisitedField />
      <ChoiceField
        name="mode"
        label={t.mode}
        options={eventModes.map((value) => ({ value, label: modeNames[value][locale] }))}
      />
      {mode !== 'onsite' && mode !== undefined && (
        <TextField name="onlineUrl" label={t.onlineUrl} type="url" max={300} />
      )}
      <ChoiceField
        name="whom"
        label={t.whom}
        options={whoms.map((value) => ({ value, label: t.whomOptions[value] }))}
      />
      <InviteFields divisionCode={divisionCode} />
      {whom !== undefined && whom !== 'must' && (
        <Form.Item name="capacity" label={t.capacity} extra={t.capacityHint}>
          <InputNumber min={1} max={20_000} precision={0} inputMode="numeric" />
        </Form.Item>
      )}
      <TextField name="answerBy" label={t.answerBy} type="datetime-local" optional />
      <TextField name="summary" label={t.summary} rows={3} max={2000} optional />
    </>
  );
}

/** From when to when, in words with the weekday: what a browser shows depends on the machine's own language. */
export function Times() {
  const t = useText(eventsText).plan;
  const { locale } = useLocale();
  const start = Form.useWatch<string | undefined>('start');
  const end = Form.useWatch<string | undefined>('end');
  const words = start && end && start < end ? spanText(instantOf(start), instantOf(end), locale) : undefined;
  return (
    <div className="side-by-side">
      <TextField name="start" label={t.start} type="datetime-local" />
      <TextField name="end" label={t.end} type="datetime-local" hint={words} />
    </div>
  );
}

/** A site of the network, or words, or both. */
export function PlaceFields() {
  const t = useText(eventsText).plan;
  return (
    <>
      <PickField name="platformId" label={t.site} hint={t.siteHint} optional options={useSites()} />
      <TextField name="placeWords" label={t.placeWords} hint={t.placeHint} max={100} optional />
    </>
  );
}

/** Sites that are gone to see, besides the one where it is held. */
export function VisitedField() {
  const t = useText(eventsText).plan;
  return <PickField name="siteIds" label={t.sites} hint={t.sitesHint} optional many options={useSites()} />;
}

type Site = Outputs['platforms']['list']['rows'][number];
type SiteAfter = NonNullable<Inputs['platforms']['list']['after']>;

function useSites(): Option[] {
  const sites = useQuery({
    queryKey: [...api.platforms.list.queryKey({}), 'all'],
    queryFn: () => readAll<Site, SiteAfter>((after) => client.platforms.list.query({ after })),
  });
  return (sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Members by a part of their name, units, and the whole committee at once. */
export function InviteFields({ divisionCode }: { divisionCode: string | undefined }) {
  const t = useText(eventsText).plan;
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...api.members.list.queryOptions({ search }),
    placeholderData: (before) => before,
  });
  const codes = divisionCode === undefined ? [] : [divisionCode.slice(0, 4), divisionCode.slice(0, 6)];
  const units = useDepartments([...new Set(codes)]);
  return (
    <>
      <PickField
        name="memberIds"
        label={t.members}
        many
        optional
        onSearch={setSearch}
        isLoading={found.isFetching}
        options={(found.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TickField name="wholeCommittee">{t.whole}</TickField>
      <PickField name="organisationIds" label={t.units} many optional options={units} />
    </>
  );
}
