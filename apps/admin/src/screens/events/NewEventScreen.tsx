import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { EventFields, type Whom } from './EventFields.tsx';
import { instantOf, clockOf } from './clock.ts';

type Entry = {
  divisionCode: string;
  category: Parameters<typeof client.events.create.mutate>[0]['category'];
  kindId?: string;
  groupId?: string;
  title: string;
  summary?: string;
  speaker?: string;
  siteIds?: string[];
  start: string;
  end: string;
  platformId?: string;
  placeWords?: string;
  mode: 'onsite' | 'online' | 'hybrid';
  onlineUrl?: string;
  whom: Whom;
  memberIds?: string[];
  organisationIds?: string[];
  wholeCommittee?: boolean;
  answerBy?: string;
  capacity?: number | null;
};

const route = getRouteApi('/inside/events/new');

/** Plans an event as a draft, or a part of one that is there. */
export function NewEventScreen() {
  const { of, like } = route.useSearch();
  if (like !== undefined) return <PlanAgain like={like} />;
  return of === undefined ? <Plan /> : <PlanPart of={of} />;
}

function PlanPart({ of }: { of: string }) {
  const query = useQuery(api.events.desk.queryOptions({ id: of }));
  return <Shown query={query}>{(whole) => <Plan whole={whole} />}</Shown>;
}

/** Filled in like one that was there: only the time is another. */
function PlanAgain({ like }: { like: string }) {
  const query = useQuery(api.events.desk.queryOptions({ id: like }));
  const kinds = useQuery(api.events.kinds.queryOptions());
  return (
    <Shown query={kinds}>
      {(known) => (
        <Shown query={query}>
          {(before) => {
            // A kind that is offered no more is not chosen again.
            const isOffered = known.some(({ id, active }) => active && id === before.kindId);
            return <Plan before={isOffered ? before : { ...before, kindId: null }} />;
          }}
        </Shown>
      )}
    </Shown>
  );
}

type Before = Outputs['events']['desk'];

function fromBefore(before: Before): Partial<Entry> {
  const { title, category, mode, sites, mustAttend, signUp, capacity } = before;
  const given = {
    kindId: before.kindId,
    summary: before.summary,
    speaker: before.speaker,
    platformId: before.platformId,
    placeWords: before.placeWords,
    onlineUrl: before.onlineUrl,
  };
  return {
    ...{ title, category, mode, capacity },
    divisionCode: before.townshipCode ?? before.countyCode ?? before.cityCode,
    siteIds: sites.map(({ id }) => id),
    whom: mustAttend ? 'must' : signUp,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
  };
}

type Plans = (typeof eventsText)['zh-CN']['plan'];

type Whole = {
  id: string;
  title: string;
  cityCode: string;
  countyCode: string | null;
  townshipCode: string | null;
  organisationId: string;
  startsAt: string;
  mustAttend: boolean;
};

function Plan({ whole, before }: { whole?: Whole; before?: Before }) {
  const texts = useText(eventsText);
  const t = texts.plan;
  const navigate = useNavigate();
  const [form] = Form.useForm<Entry>();
  // One key per form: sent twice, it is still one event.
  const [key] = useState(newId);
  const levels = useMyWidestPlaces();
  const own = levels.length === 1 ? levels[0]?.value : undefined;
  const level = whole === undefined ? own : (whole.townshipCode ?? whole.countyCode ?? whole.cityCode);
  return (
    <>
      <PageHead
        title={t.title}
        lead={leadOf(t, whole, before)}
        above={<Link {...paths.events()}>{texts.list.title}</Link>}
      />
      <section className="panel narrow">
        <SendForm<Entry, { id: string }>
          key={level}
          form={form}
          initial={{
            divisionCode: level,
            mode: 'onsite',
            whom: whole?.mustAttend === false ? 'invited' : 'must',
            ...(whole === undefined ? {} : { start: clockOf(whole.startsAt) }),
            ...(before === undefined ? {} : fromBefore(before)),
          }}
          send={({ start, end, whom, answerBy, capacity, ...entry }) =>
            client.events.create.mutate({
              key,
              ...entry,
              ...(whole === undefined ? {} : { parentId: whole.id, organisationId: whole.organisationId }),
              startsAt: instantOf(start),
              endsAt: instantOf(end),
              mustAttend: whom === 'must',
              signUp: whom === 'must' ? 'invited' : whom,
              ...(answerBy ? { answerBy: instantOf(answerBy) } : {}),
              ...(typeof capacity === 'number' ? { capacity } : {}),
            })
          }
          onSent={({ id }) => void navigate(paths.event(id))}
          label={t.save}
        >
          <EventFields levels={levels} isPart={whole !== undefined} />
        </SendForm>
      </section>
    </>
  );
}

function leadOf(t: Plans, whole?: Whole, before?: Before): string {
  if (before !== undefined) return t.againLead(before.title);
  return whole === undefined ? t.lead : t.partLead(whole.title);
}
