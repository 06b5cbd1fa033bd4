import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { eventsText } from '../../text/events.ts';
import { PickField } from '../../ui/fields.tsx';
import { readAll } from '../../ui/pages.ts';

type Group = Outputs['members']['groups']['list']['rows'][number];
type After = NonNullable<Inputs['members']['groups']['list']['after']>;

/** Which group's activity it is, so that it counts towards what the group owes; nothing to choose without groups. */
export function GroupField({ divisionCode }: { divisionCode: string | undefined }) {
  const t = useText(eventsText).plan;
  const filter = { divisionCode: (divisionCode ?? '').slice(0, 6) };
  const groups = useQuery({
    queryKey: [...api.members.groups.list.queryKey(filter), 'all'],
    queryFn: () => readAll<Group, After>((after) => client.members.groups.list.query({ ...filter, after })),
    enabled: divisionCode !== undefined,
  });
  if (!groups.data?.length) return null;
  return (
    <PickField
      name="groupId"
      label={t.group}
      hint={t.groupHint}
      optional
      options={groups.data.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
