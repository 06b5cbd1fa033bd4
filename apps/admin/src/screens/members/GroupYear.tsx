import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { activityCategories, activityNames, type ActivityCategory } from '@tongxin/members/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { recordText } from '../../text/record.ts';
import { CountField, PickField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { OwedLines } from '../record/OwedLines.tsx';

type Group = Outputs['members']['groups']['get'];

/** What the group owes and has held this year, with the events behind it. */
export function GroupYear({ group }: { group: Group }) {
  const t = useText(recordText).owed;
  const { locale } = useLocale();
  const query = useQuery(api.record.group.queryOptions({ groupId: group.id }));
  if (query.data === undefined) return query.isError ? <Problem error={query.error} /> : <Waiting />;
  const { year, owed, events } = query.data;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.ofYear(year)}</h2>
        {group.toOn === null && group.may.keep.allowed && <OwnMinimum group={group} year={year} />}
      </div>
      <OwedLines owed={owed} />
      {events.length > 0 && (
        <Rows
          caption={t.events}
          rows={events}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t.events,
              names: true,
              show: ({ id, title }) => <Link {...paths.event(id)}>{title}</Link>,
            },
            { title: t.category, show: ({ category }) => activityNames[category][locale] },
            { title: t.when, show: ({ startsAt, endsAt }) => spanText(startsAt, endsAt, locale) },
          ]}
        />
      )}
    </section>
  );
}

type Entry = { category: ActivityCategory; amount: number };

/** What this group owes instead of what every group does. */
function OwnMinimum({ group: { id: groupId, organisationId }, year }: { group: Group; year: number }) {
  const texts = useText(membersText).groups;
  const t = useText(recordText).owed;
  const { locale } = useLocale();
  const category = (
    <PickField
      name="category"
      label={texts.category}
      options={activityCategories.map((one) => ({ value: one, label: activityNames[one][locale] }))}
    />
  );
  const set = (entry: { category: ActivityCategory; amount: number | null }) =>
    client.members.groups.setMinimum.mutate({ organisationId, groupId, year, ...entry });
  return (
    <div className="steps">
      <MoveButton<Entry> label={t.setOwn} lead={t.setOwnLead} send={set}>
        {category}
        <CountField name="amount" label={texts.amount} hint={t.ownAmountHint} max={200} />
      </MoveButton>
      <MoveButton<Pick<Entry, 'category'>>
        label={t.dropOwn}
        lead={t.dropOwnLead}
        send={(entry) => set({ ...entry, amount: null })}
      >
        {category}
      </MoveButton>
    </div>
  );
}
