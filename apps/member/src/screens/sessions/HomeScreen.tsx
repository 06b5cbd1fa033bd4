import { useQuery } from '@tanstack/react-query';
import { civilDay } from '@tongxin/core';
import { links } from '@tongxin/public/links';
import { useText } from '@tongxin/web/locale';
import { isoDayOf } from '@tongxin/web/moments';
import { useEffect } from 'react';
import { api, queryClient } from '../../api.ts';
import { accountText } from '../../text/account.ts';
import { sessionsText } from '../../text/sessions.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { SessionCard, type MySession } from './SessionCard.tsx';

/** So many of the next sessions are read ahead whole, for the day when there is no network. */
const readAhead = 5;

/** What the member is asked to, the next one first. */
export function HomeScreen() {
  const t = useText(sessionsText).home;
  const me = useQuery(api.accounts.me.queryOptions());
  const mine = useQuery(api.deliberations.sessions.mine.queryOptions({ when: 'upcoming' }));
  const rows = mine.data?.rows;
  useEffect(() => {
    for (const { id } of rows?.slice(0, readAhead) ?? [])
      void queryClient.prefetchQuery(api.deliberations.sessions.get.queryOptions({ id }));
  }, [rows]);
  return (
    <>
      <PageHead title={t.title} lead={t.lead(me.data?.account?.name ?? '')} />
      <NoMember />
      <Shown query={mine}>
        {({ rows: coming }) =>
          coming.length === 0 ? <p className="empty">{t.none}</p> : <ByDay rows={coming} />
        }
      </Shown>
      <p className="after">
        <a href={links.sessions()}>{t.all}</a>
      </p>
    </>
  );
}

/** Today and tomorrow stand apart, since that is what one looks for in a hurry. */
function ByDay({ rows }: { rows: readonly MySession[] }) {
  const t = useText(sessionsText).home;
  const today = civilDay(Temporal.Now.instant());
  const dayOf = ({ startsAt }: MySession) => isoDayOf(startsAt);
  const groups = [
    { name: t.today, rows: rows.filter((row) => dayOf(row) <= today.toString()) },
    { name: t.tomorrow, rows: rows.filter((row) => dayOf(row) === today.add({ days: 1 }).toString()) },
    { name: t.later, rows: rows.filter((row) => dayOf(row) > today.add({ days: 1 }).toString()) },
  ].filter((group) => group.rows.length > 0);
  return groups.map(({ name, rows: group }) => (
    <section key={name}>
      <h2>{name}</h2>
      <ul className="cards">
        {group.map((row) => (
          <SessionCard key={row.id} session={row} />
        ))}
      </ul>
    </section>
  ));
}

/** For whoever has an account and stands in no list of members. */
function NoMember() {
  const t = useText(accountText).me;
  const member = useQuery(api.members.me.queryOptions());
  return member.data === null ? <p className="note note-soon">{t.noMember}</p> : null;
}
