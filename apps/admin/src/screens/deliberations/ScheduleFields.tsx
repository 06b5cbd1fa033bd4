import { useQuery } from '@tanstack/react-query';
import { modeNames, sessionModes } from '@tongxin/deliberations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ChoiceField, CountField, PickField, TextField } from '../../ui/fields.tsx';
import { readAll } from '../../ui/pages.ts';
import { useMyPlaces } from '../../ui/places.ts';
import { useDepartments } from '../../ui/units.ts';
import { TimeFields } from './TimeFields.tsx';

type Topics = Outputs['deliberations']['topics']['list']['rows'][number];
type TopicsAfter = NonNullable<Inputs['deliberations']['topics']['list']['after']>;
type Halls = Outputs['platforms']['list']['rows'][number];
type HallsAfter = NonNullable<Inputs['platforms']['list']['after']>;

/** The ten fields of a session. */
export function ScheduleFields({ chosenTopics }: { chosenTopics: readonly string[] }) {
  const t = useText(deliberationsText).schedule;
  const { locale } = useLocale();
  const form = Form.useFormInstance();
  const mode = Form.useWatch<string | undefined>('mode');
  const hallId = Form.useWatch<string | undefined>('platformId');
  const { data: halls = [] } = useHalls();
  const { data: topics = [] } = useWaitingTopics();
  const hall = halls.find(({ id }) => id === hallId);
  // Whoever has one hall need not choose it; topics that were chosen before say which hall is meant.
  const meant = halls.length === 1 ? halls[0] : hallOfTopics(halls, topics, chosenTopics);
  useEffect(() => {
    if (hallId === undefined && meant !== undefined) form.setFieldValue('platformId', meant.id);
  }, [form, hallId, meant]);
  const departments = useDepartments(
    [hall?.countyCode, hall?.cityCode].filter((code) => code !== undefined && code !== null),
  );
  return (
    <>
      <PickField
        name="platformId"
        label={t.hall}
        options={halls.map(({ id, name, seats }) => ({ value: id, label: t.hallSeats(name, seats) }))}
      />
      <PickField
        name="topicIds"
        label={t.topics}
        hint={t.topicsHint}
        many
        options={topics
          .filter(({ townshipCode }) => hall === undefined || townshipCode === hall.townshipCode)
          .map(({ id, number, title }) => ({ value: id, label: `${title} ${number}` }))}
      />
      <TimeFields />
      <ChoiceField
        name="mode"
        label={t.mode}
        options={sessionModes.map((value) => ({ value, label: modeNames[value][locale] }))}
      />
      {mode !== undefined && mode !== 'onsite' && (
        <TextField name="onlineUrl" label={t.onlineUrl} type="url" max={300} />
      )}
      <MemberField name="convenorId" label={t.convenor} />
      <MemberField name="memberIds" label={t.members} many optional />
      <PickField name="organisationIds" label={t.departments} many optional options={departments} />
      <CountField name="residentSeats" label={t.seats} hint={t.seatsHint} max={500} />
    </>
  );
}

function hallOfTopics(halls: readonly Halls[], topics: readonly Topics[], chosen: readonly string[]) {
  const township = topics.find(({ id }) => chosen.includes(id))?.townshipCode;
  return halls.find(({ townshipCode }) => townshipCode === township);
}

/** Members, found by a part of their name. */
function MemberField(field: { name: string; label: string; many?: boolean; optional?: boolean }) {
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...api.members.list.queryOptions({ search }),
    placeholderData: (before) => before,
  });
  return (
    <PickField
      {...field}
      onSearch={setSearch}
      isLoading={found.isFetching}
      options={(found.data?.rows ?? []).map(({ id, name, sector }) => ({
        value: id,
        label: `${name} · ${sector}`,
      }))}
    />
  );
}

/** Rooms that were made for talking things over. */
const talkingRoles = ['hall', 'deliberation_room'] as const;

function hallsIn(placeCode: string | undefined, role: (typeof talkingRoles)[number]) {
  return readAll<Halls, HallsAfter>((after) => client.platforms.list.query({ placeCode, role, after }));
}

function useHalls() {
  const codes = useMyPlaces().map(({ value }) => value);
  const [widest] = codes.toSorted((a, b) => a.length - b.length);
  return useQuery({
    queryKey: [...api.platforms.list.queryKey({ placeCode: widest }), 'where-people-talk'],
    enabled: widest !== undefined,
    queryFn: async () => {
      const lists = await Promise.all(talkingRoles.map((role) => hallsIn(widest, role)));
      const rows = lists.flat().filter(({ townshipCode }) => townshipCode !== null);
      // A room with both plaques is one room.
      return [...new Map(rows.map((row) => [row.id, row])).values()];
    },
  });
}

function useWaitingTopics() {
  const filter = { state: 'collected' } as const;
  return useQuery({
    queryKey: [...api.deliberations.topics.list.queryKey(filter), 'all'],
    queryFn: () =>
      readAll<Topics, TopicsAfter>((after) => client.deliberations.topics.list.query({ ...filter, after })),
  });
}
