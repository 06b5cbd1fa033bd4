import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { useState } from 'react';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { visitsText } from '../../text/visits.ts';
import { PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { orNull } from './fields.tsx';
import type { Member } from './MemberScreen.tsx';

/** What the committee's office can do with the entry of a member; nothing for everybody else. */
export function MemberSteps({ member }: { member: Member }) {
  const t = useText(membersText);
  const visits = useText(visitsText).list;
  const memberId = member.id;
  if (!member.may.keep.allowed) return null;
  const reason = <TextField name="reason" label={t.reason} rows={2} max={200} />;
  const renew = (code: 'intake' | 'door') => (entry: { reason: string }) =>
    client.members.renewCode.mutate({ memberId, code, ...entry });
  return (
    <>
      <Link className="button" {...paths.newVisit(memberId)}>
        {visits.plan}
      </Link>
      <MoveButton<{ name: string; dutyTitle?: string }>
        label={t.one.changePerson}
        initial={{ name: member.name, dutyTitle: member.dutyTitle ?? '' }}
        send={({ name, dutyTitle }) =>
          client.members.change.mutate({ memberId, name, dutyTitle: orNull(dutyTitle) })
        }
      >
        <TextField name="name" label={t.name} max={30} />
        <TextField name="dutyTitle" label={t.dutyTitle} rows={2} max={200} optional />
      </MoveButton>
      {member.hasAccount ? (
        <MoveButton
          label={t.one.unlinkAccount}
          send={() => client.members.linkAccount.mutate({ memberId, accountId: null })}
        />
      ) : (
        <MoveButton<{ accountId: string }>
          label={t.one.linkAccount}
          send={({ accountId }) => client.members.linkAccount.mutate({ memberId, accountId })}
        >
          <AccountField name={member.name} />
        </MoveButton>
      )}
      <MoveButton<{ reason: string }>
        label={t.one.renewIntake}
        lead={t.one.renewIntakeLead}
        send={renew('intake')}
      >
        {reason}
      </MoveButton>
      <MoveButton<{ reason: string }> label={t.one.renewDoor} lead={t.one.renewDoorLead} send={renew('door')}>
        {reason}
      </MoveButton>
    </>
  );
}

/** An account, found by the beginning of its name; the member's own name to begin with. */
function AccountField({ name }: { name: string }) {
  const t = useText(membersText).one;
  const [search, setSearch] = useState(name);
  const filter = { search, role: 'member' as const };
  const found = useQuery({
    ...api.accounts.list.queryOptions(filter),
    placeholderData: (before) => before,
  });
  return (
    <PickField
      name="accountId"
      label={t.accountField}
      onSearch={setSearch}
      isLoading={found.isFetching}
      options={(found.data?.accounts ?? []).map((account) => ({
        value: account.id,
        label: `${account.name} · ${account.divisionName}`,
      }))}
    />
  );
}
