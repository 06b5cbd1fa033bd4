import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client } from '../../api.ts';
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
  const { of } = route.useSearch();
  return of === undefined ? <Plan /> : <PlanPart of={of} />;
}

function PlanPart({ of }: { of: string }) {
  const query = useQuery(api.events.desk.queryOptions({ id: of }));
  return <Shown query={query}>{(whole) => <Plan whole={whole} />}</Shown>;
}

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

function Plan({ whole }: { whole?: Whole }) {
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
        lead={whole === undefined ? t.lead : t.partLead(whole.title)}
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
