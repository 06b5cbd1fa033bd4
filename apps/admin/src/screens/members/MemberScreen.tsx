import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { recordText } from '../../text/record.ts';
import { DayField, TextField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePlaceNames } from '../../ui/places.ts';
import { Shown } from '../../ui/Shown.tsx';
import { MembershipFields, orNull, SectorField, TermFields } from './fields.tsx';
import { MemberSteps } from './MemberSteps.tsx';
import { Particulars } from './Particulars.tsx';

export type Member = Outputs['members']['get'];
type Membership = Member['memberships'][number];

const route = getRouteApi('/inside/members/$id');

/** One member: committees, groups, villages, what is restricted, what was done. */
export function MemberScreen() {
  const t = useText(membersText);
  const record = useText(recordText).member;
  const { id } = route.useParams();
  const member = useQuery(api.members.get.queryOptions({ id }));
  return (
    <Shown query={member}>
      {(read) => (
        <>
          <PageHead
            title={read.active ? read.name : `${read.name} · ${t.one.left}`}
            lead={read.dutyTitle}
            above={<Link {...paths.members()}>{t.title}</Link>}
            actions={
              <>
                {read.may.readParticulars.allowed && (
                  <Link className="button" {...paths.memberRecord(read.id)}>
                    {record.open}
                  </Link>
                )}
                <MemberSteps member={read} />
              </>
            }
          />
          <Memberships member={read} />
          <Ties member={read} />
          {read.may.readParticulars.allowed && <Particulars memberId={read.id} may={read.may.keep} />}
          <Trail history={read.history} title={t.one.history} nameOf={groupOrVillage} />
        </>
      )}
    </Shown>
  );
}

function Memberships({ member }: { member: Member }) {
  const t = useText(membersText);
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const days = ({ joinedOn, leftOn }: Membership) =>
    leftOn === null
      ? joinedOn === null
        ? ''
        : t.one.since(dayText(joinedOn, locale))
      : t.one.until(dayText(leftOn, locale));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.one.memberships}</h2>
        {member.may.keep.allowed && <AddMembership memberId={member.id} />}
      </div>
      <Rows
        caption={t.one.memberships}
        rows={member.memberships}
        keyOf={({ id }) => id}
        columns={[
          {
            title: t.committee,
            names: true,
            show: ({ countyCode }) => (countyCode === null ? t.municipal : nameOf(countyCode)),
          },
          {
            title: t.sector,
            show: ({ sector, sectorEn }) => (locale === 'en' ? (sectorEn ?? sector) : sector),
          },
          {
            title: t.termNo,
            show: ({ termNo, isStanding }) =>
              [termNo === null ? '' : t.term(termNo), isStanding ? t.standing : '']
                .filter(Boolean)
                .join(' · '),
          },
          { title: t.joinedOn, show: days },
          { title: t.one.change, show: (membership) => <MembershipSteps membership={membership} /> },
        ]}
      />
    </section>
  );
}

function MembershipSteps({ membership }: { membership: Membership }) {
  const t = useText(membersText);
  const { id: membershipId, sectorCode, termNo, isStanding, joinedOn, leftOn, may } = membership;
  if (leftOn !== null || !may.keep.allowed) return null;
  return (
    <div className="steps">
      <MoveButton<Omit<Inputs['members']['changeMembership'], 'membershipId'>>
        label={t.one.change}
        initial={{
          ...(sectorCode === null ? {} : { sectorCode }),
          ...{ termNo, isStanding, joinedOn: joinedOn ?? undefined },
        }}
        send={(entry) =>
          client.members.changeMembership.mutate({
            ...{ ...entry, membershipId },
            termNo: orNull(entry.termNo),
            joinedOn: entry.joinedOn || undefined,
          })
        }
      >
        <SectorField />
        <TermFields />
        <DayField name="joinedOn" label={t.joinedOn} optional />
      </MoveButton>
      <MoveButton<{ leftOn?: string; reason: string }>
        label={t.one.end}
        lead={t.one.endLead}
        weight="danger"
        send={(entry) =>
          client.members.endMembership.mutate({
            membershipId,
            reason: entry.reason,
            leftOn: entry.leftOn || undefined,
          })
        }
      >
        <DayField name="leftOn" label={t.one.leftOn} hint={t.today} optional />
        <TextField name="reason" label={t.reason} rows={2} max={200} />
      </MoveButton>
    </div>
  );
}

function AddMembership({ memberId }: { memberId: string }) {
  const t = useText(membersText);
  return (
    <MoveButton<Omit<Inputs['members']['addMembership'], 'memberId'>>
      label={t.one.addMembership}
      send={(entry) =>
        client.members.addMembership.mutate({
          ...entry,
          memberId,
          termNo: orNull(entry.termNo),
          joinedOn: entry.joinedOn || undefined,
        })
      }
    >
      <MembershipFields />
    </MoveButton>
  );
}

/** What binds a member to people and places: groups, villages, the public code, the account. */
function Ties({ member }: { member: Member }) {
  const t = useText(membersText).one;
  return (
    <section className="panel">
      <Facts
        facts={[
          [
            t.groups,
            member.groups.length === 0
              ? t.noGroups
              : member.groups.map(({ id, name, convenes }) => (
                  <div key={id}>
                    <Link {...paths.group(id)}>{name}</Link>
                    {convenes && ` · ${t.convenes}`}
                  </div>
                )),
          ],
          [
            t.villages,
            member.villages.length === 0
              ? t.noVillages
              : member.villages.map(({ villageCode, villageName, townshipName }) => (
                  <div key={villageCode}>
                    {townshipName} {villageName}
                  </div>
                )),
          ],
          [t.intakeCode, <code key="code">{member.intakeCode}</code>],
          [t.account, member.hasAccount ? t.hasAccount : t.noAccount],
        ]}
      />
    </section>
  );
}

type Entry = Member['history'][number];

/** Which group or village it was about, where it was about one. */
function groupOrVillage({ group, facts }: Entry): string | null {
  return group ?? (typeof facts.villageName === 'string' ? facts.villageName : null);
}

type TrailProps = {
  history: readonly Entry[];
  title: string;
  /** Whom or what an entry is about, beside whose page this is. */
  nameOf: (entry: Entry) => string | null;
};

/** What was done, newest first. */
export function Trail({ history, title, nameOf }: TrailProps) {
  const t = useText(membersText);
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ol className="trail" reversed>
        {history.map((entry) => (
          <li key={entry.id}>
            <span className="trail-when">{momentText(entry.at, locale)}</span>
            <strong>{t.actions[entry.action]}</strong> {nameOf(entry)}
            {entry.reason && <p className="words">{entry.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
