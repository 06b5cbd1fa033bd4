import { useQuery } from '@tanstack/react-query';
import { civilDay } from '@tongxin/core';
import { links } from '@tongxin/public/links';
import { useText } from '@tongxin/web/locale';
import { isoDayOf } from '@tongxin/web/moments';
import { useEffect, type ReactNode } from 'react';
import { api, queryClient } from '../../api.ts';
import { paths } from '../../paths.ts';
import { accountText } from '../../text/account.ts';
import { sessionsText } from '../../text/sessions.ts';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { EventCard } from '../events/EventCard.tsx';
import { TurnWords } from '../turns/TurnCard.tsx';
import { SessionCard } from './SessionCard.tsx';

/** So many of the next sessions are read ahead whole, for the day when there is no network. */
const readAhead = 5;

/** What the member is asked to and when they are on duty, the next one first. */
export function HomeScreen() {
  const t = useText(sessionsText).home;
  const me = useQuery(api.accounts.me.queryOptions());
  const mine = useQuery(api.deliberations.sessions.mine.queryOptions({ when: 'upcoming' }));
  const asked = useQuery(api.events.asked.queryOptions({}));
  const turns = useQuery(api.rotas.mine.queryOptions({ when: 'upcoming' }));
  useReadAhead(mine.data?.rows, asked.data?.rows);
  const unread = [asked, turns].find(({ isError, data }) => isError && data === undefined);
  const entries = [
    ...(mine.data?.rows ?? []).map((session) => ({
      startsAt: session.startsAt,
      card: <SessionCard key={session.id} session={session} />,
    })),
    ...(asked.data?.rows ?? []).map((event) => ({
      startsAt: event.startsAt,
      card: <EventCard key={event.id} event={event} />,
    })),
    ...(turns.data?.rows ?? []).map((turn) => ({
      startsAt: turn.startsAt,
      card: (
        <li key={turn.id} className="card">
          <Go {...paths.turns()}>
            <TurnWords turn={turn} />
          </Go>
        </li>
      ),
    })),
  ].toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  return (
    <>
      <PageHead title={t.title} lead={t.lead(me.data?.account?.name ?? '')} />
      <Codes />
      <News />
      <Swaps />
      <MyAdvice />
      <MyVisits />
      <Shown query={mine}>
        {() => (entries.length === 0 ? <p className="empty">{t.none}</p> : <ByDay entries={entries} />)}
      </Shown>
      {unread && <Problem error={unread.error} />}
      <p className="after">
        <a href={links.sessions()}>{t.all}</a>
        <br />
        <Go {...paths.notices()}>{t.noticesPage}</Go>
        <br />
        <Go {...paths.experts()}>{t.expertPage}</Go>
        <br />
        <Go {...paths.visits()}>{t.visitPage}</Go>
      </p>
    </>
  );
}

type Ids = readonly { id: string }[] | undefined;

/** Reads the next pages whole while there is a network. */
function useReadAhead(sessions: Ids, events: Ids): void {
  useEffect(() => {
    for (const { id } of sessions?.slice(0, readAhead) ?? [])
      void queryClient.prefetchQuery(api.deliberations.sessions.get.queryOptions({ id }));
    for (const { id } of events?.slice(0, readAhead) ?? [])
      void queryClient.prefetchQuery(api.events.get.queryOptions({ id }));
  }, [sessions, events]);
}

/** Somebody asked the member to something, moved it, or called it off, since they last looked. */
function News() {
  const t = useText(sessionsText).home;
  const rows = useQuery(api.notices.list.queryOptions({ mine: true })).data?.rows ?? [];
  const fresh = rows.filter(({ seenAt }) => seenAt === null).length;
  if (fresh === 0) return null;
  return (
    <p className="note note-soon">
      <Go {...paths.notices()}>{t.news(fresh)}</Go>
    </p>
  );
}

/** Another member waits for this one's word. */
function Swaps() {
  const t = useText(sessionsText).home;
  const swaps = useQuery(api.rotas.mySwaps.queryOptions()).data ?? [];
  const open = swaps.filter(({ isForMe, state }) => isForMe && state === 'asked').length;
  if (open === 0) return null;
  return (
    <p className="note note-soon">
      <Go {...paths.turns()}>{t.swaps(open)}</Go>
    </p>
  );
}

/** An expert's answer or advice is waited for. */
function MyAdvice() {
  const t = useText(sessionsText).home;
  const requests = useQuery(api.experts.mine.queryOptions({ open: true })).data?.rows ?? [];
  const waiting = requests.filter(({ may }) => may.length > 0).length;
  if (waiting === 0) return null;
  return (
    <p className="note note-soon">
      <Go {...paths.experts()}>{t.experts(waiting)}</Go>
    </p>
  );
}

/** Somebody comes to listen to the member, or what they asked has been answered. */
function MyVisits() {
  const t = useText(sessionsText).home;
  const visits = useQuery(api.visits.mine.queryOptions({})).data?.rows ?? [];
  const comes = visits.some(({ state }) => state === 'planned');
  const answered = visits.some(({ state }) => state === 'answered');
  if (!comes && !answered) return null;
  return (
    <p className="note note-soon">
      <Go {...paths.visits()}>{answered ? t.answered : t.comes}</Go>
    </p>
  );
}

type Entry = { startsAt: string; card: ReactNode };

/** Today and tomorrow stand apart, since that is what one looks for in a hurry. */
function ByDay({ entries }: { entries: readonly Entry[] }) {
  const t = useText(sessionsText).home;
  const today = civilDay(Temporal.Now.instant());
  const tomorrow = today.add({ days: 1 }).toString();
  const dayOf = ({ startsAt }: Entry) => isoDayOf(startsAt);
  const groups = [
    { name: t.today, cards: entries.filter((entry) => dayOf(entry) <= today.toString()) },
    { name: t.tomorrow, cards: entries.filter((entry) => dayOf(entry) === tomorrow) },
    { name: t.later, cards: entries.filter((entry) => dayOf(entry) > tomorrow) },
  ].filter(({ cards }) => cards.length > 0);
  return groups.map(({ name, cards }) => (
    <section key={name}>
      <h2>{name}</h2>
      <ul className="cards">{cards.map(({ card }) => card)}</ul>
    </section>
  ));
}

/** The way to one's own code, one touch from the door; for an account that stands in no list of members, why not. */
function Codes() {
  const t = useText(accountText).me;
  const member = useQuery(api.members.me.queryOptions());
  if (member.data === null) return <p className="note note-soon">{t.noMember}</p>;
  return (
    <p className="start">
      <Go {...paths.codes()} className="button">
        {t.codes}
      </Go>
    </p>
  );
}
