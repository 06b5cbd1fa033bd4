import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { noticeWorkingDays } from '@tongxin/deliberations/rules';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { InTheWay } from './InTheWay.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';
import { endOf, startOf, type Time } from './time.ts';

type Entry = Time & {
  platformId: string;
  topicIds: string[];
  mode: 'onsite' | 'online' | 'hybrid';
  onlineUrl?: string;
  convenorId: string;
  memberIds?: string[];
  organisationIds?: string[];
  residentSeats: number;
};
type Scheduled = Outputs['deliberations']['sessions']['schedule'];

const route = getRouteApi('/inside/sessions/new');

/** Schedules a session in ten fields; a conflict shows the session in the way and the next free times. */
export function ScheduleScreen() {
  const texts = useText(deliberationsText);
  const t = texts.schedule;
  const navigate = useNavigate();
  const [form] = Form.useForm<Entry>();
  // One key per form: sent twice, it is still one session.
  const [key] = useState(newId);
  const topicIds = route.useSearch().topics?.split(',') ?? [];
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        above={<Link {...paths.sessions()}>{texts.sessions.title}</Link>}
      />
      <section className="panel narrow">
        <SendForm<Entry, Scheduled>
          form={form}
          initial={{ topicIds, mode: 'onsite', minutes: 120, residentSeats: 10 }}
          send={({ start, minutes, ...entry }) =>
            client.deliberations.sessions.schedule.mutate({
              key,
              ...entry,
              startsAt: startOf({ start, minutes }),
              endsAt: endOf({ start, minutes }),
            })
          }
          onSent={({ id, workingDaysAhead: days }) =>
            void navigate(paths.session(id, days < noticeWorkingDays ? { ahead: String(days) } : {}))
          }
          explain={(error) => (
            <InTheWay error={error} onPick={(start) => form.setFieldValue('start', start)} />
          )}
          label={t.send}
        >
          <ScheduleFields chosenTopics={topicIds} />
        </SendForm>
      </section>
    </>
  );
}
