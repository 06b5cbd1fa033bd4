import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { groupKindNames } from '@tongxin/members/rules';
import { owedReaders } from '@tongxin/record/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { MemberField, orNull } from './fields.tsx';
import { GroupYear } from './GroupYear.tsx';
import { useKeeps } from './keeps.ts';
import { Trail } from './MemberScreen.tsx';

type Group = Outputs['members']['groups']['get'];

const route = getRouteApi('/inside/groups/$id');

/** One group: its convenor, its members, what was done. */
export function GroupScreen() {
  const texts = useText(membersText);
  const t = texts.groups;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const keeps = useKeeps(owedReaders);
  const group = useQuery(api.members.groups.get.queryOptions({ id }));
  return (
    <Shown query={group}>
      {(read) => (
        <>
          <PageHead
            title={read.toOn === null ? read.name : `${read.name} · ${t.ended}`}
            above={<Link {...paths.groups(read.countyCode ?? read.cityCode)}>{t.title}</Link>}
            actions={read.toOn === null && read.may.keep.allowed && <Steps group={read} />}
          />
          <section className="panel">
            <Facts
              facts={[
                [t.kind, groupKindNames[read.kind][locale]],
                [texts.sector, locale === 'en' ? read.sectorEn : read.sector],
                [t.convenor, read.convenorName ?? t.noConvenor],
              ]}
            />
          </section>
          {keeps && <GroupYear group={read} />}
          <People group={read} />
          <Trail history={read.history} title={texts.one.history} nameOf={({ member }) => member} />
        </>
      )}
    </Shown>
  );
}

function People({ group }: { group: Group }) {
  const texts = useText(membersText);
  const t = texts.groups;
  const canChange = group.toOn === null && group.may.keep.allowed;
  return (
    <section className="panel">
      <h2>{t.members}</h2>
      {group.members.length === 0 ? (
        <p>{t.noMembers}</p>
      ) : (
        <Rows
          caption={t.members}
          rows={group.members}
          keyOf={({ id }) => id}
          columns={[
            {
              title: texts.name,
              names: true,
              show: ({ id, name }) => <Link {...paths.member(id)}>{name}</Link>,
            },
            { title: texts.dutyTitle, show: ({ dutyTitle }) => dutyTitle },
            { title: texts.sector, show: ({ sector }) => sector },
            ...(canChange
              ? [
                  {
                    title: t.leave,
                    show: ({ id }: { id: string }) => (
                      <MoveButton
                        label={t.leave}
                        send={() => client.members.groups.leave.mutate({ groupId: group.id, memberId: id })}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  );
}

function Steps({ group }: { group: Group }) {
  const texts = useText(membersText);
  const t = texts.groups;
  const groupId = group.id;
  return (
    <>
      <MoveButton<{ memberId: string }>
        label={t.join}
        weight="primary"
        send={({ memberId }) => client.members.groups.join.mutate({ groupId, memberId })}
      >
        <MemberField name="memberId" label={t.member} />
      </MoveButton>
      <MoveButton<{ name: string; convenorMemberId?: string }>
        label={t.change}
        initial={{
          name: group.name,
          ...(group.convenorMemberId === null ? {} : { convenorMemberId: group.convenorMemberId }),
        }}
        send={({ name, convenorMemberId }) =>
          client.members.groups.change.mutate({ groupId, name, convenorMemberId: orNull(convenorMemberId) })
        }
      >
        <TextField name="name" label={t.name} max={40} />
        <PickField
          name="convenorMemberId"
          label={t.convenor}
          optional
          options={group.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </MoveButton>
      <MoveButton<{ reason: string }>
        label={t.end}
        lead={t.endLead}
        weight="danger"
        send={({ reason }) => client.members.groups.end.mutate({ groupId, reason })}
      >
        <TextField name="reason" label={texts.reason} rows={2} max={200} />
      </MoveButton>
    </>
  );
}
