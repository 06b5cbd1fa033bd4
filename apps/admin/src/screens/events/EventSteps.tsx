import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { Form, InputNumber } from 'antd';
import { client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { CountField, TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { clockOf, instantOf } from './clock.ts';
import { PlaceFields, Times, VisitedField } from './EventFields.tsx';
import { EventInTheWay } from './EventInTheWay.tsx';
import type { Desk } from './EventScreen.tsx';

/** What the organiser does with the event now. */
export function EventSteps({ event }: { event: Desk }) {
  const t = useText(eventsText).one;
  const { id, may } = event;
  if (!Object.values(may).some((decision) => isOffered(decision))) return null;
  const isOver = Temporal.Instant.compare(event.endsAt, Temporal.Now.instant()) <= 0;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        {isOver ? (
          <MoveButton
            decision={may.register}
            label={t.register}
            lead={t.registerLead}
            weight="primary"
            send={() => client.events.register.mutate({ id })}
          />
        ) : (
          <MoveButton
            decision={may.publish}
            label={t.publish}
            lead={t.publishLead}
            weight="primary"
            send={() => client.events.publish.mutate({ id })}
            explain={(error) => <EventInTheWay error={error} />}
          />
        )}
        {isOffered(may.record) && (
          <Link className="button button-primary" {...paths.door(id)}>
            {t.door}
          </Link>
        )}
        <MoveButton
          decision={may.settle}
          label={t.settle}
          lead={t.settleLead}
          weight="primary"
          send={() => client.events.settle.mutate({ id })}
        />
        <MoveButton<{ others: number }>
          decision={may.record}
          label={t.recordOthers}
          initial={{ others: event.othersPresent ?? 0 }}
          send={({ others }) => client.events.recordList.mutate({ id, how: 'list', entries: [], others })}
        >
          <CountField name="others" label={t.others} max={100_000} />
        </MoveButton>
        <Move event={event} />
        <Change event={event} />
        <MoveButton<{ reason: string }>
          decision={may.cancel}
          label={t.cancel}
          lead={t.cancelLead}
          weight="danger"
          send={(entry) => client.events.cancel.mutate({ id, ...entry })}
        >
          <TextField name="reason" label={t.reason} rows={3} max={500} />
        </MoveButton>
      </div>
    </section>
  );
}

type Moved = { start: string; end: string; platformId?: string; placeWords?: string; reason: string };

function Move({ event }: { event: Desk }) {
  const t = useText(eventsText).one;
  const [form] = Form.useForm<Moved>();
  return (
    <MoveButton<Moved>
      form={form}
      decision={event.state === 'draft' ? event.may.change : event.may.move}
      label={t.move}
      lead={t.moveLead}
      initial={{
        start: clockOf(event.startsAt),
        end: clockOf(event.endsAt),
        ...(event.platformId === null ? {} : { platformId: event.platformId }),
        ...(event.placeWords === null ? {} : { placeWords: event.placeWords }),
      }}
      send={({ start, end, ...entry }) =>
        client.events.move.mutate({
          id: event.id,
          ...entry,
          startsAt: instantOf(start),
          endsAt: instantOf(end),
        })
      }
      explain={(error) => <EventInTheWay error={error} />}
    >
      <Times />
      <PlaceFields />
      <TextField name="reason" label={t.reason} rows={3} max={500} />
    </MoveButton>
  );
}

type Changed = {
  title: string;
  summary?: string;
  speaker?: string;
  siteIds?: string[];
  answerBy?: string;
  capacity?: number | null;
};

function Change({ event }: { event: Desk }) {
  const texts = useText(eventsText);
  const t = texts.plan;
  return (
    <MoveButton<Changed>
      decision={event.may.change}
      label={texts.one.change}
      initial={{
        title: event.title,
        ...(event.summary === null ? {} : { summary: event.summary }),
        ...(event.speaker === null ? {} : { speaker: event.speaker }),
        siteIds: event.sites.map(({ id }) => id),
        ...(event.answerBy === null ? {} : { answerBy: clockOf(event.answerBy) }),
        capacity: event.capacity,
      }}
      send={({ answerBy, capacity, summary, speaker, title, siteIds = [] }) =>
        client.events.change.mutate({
          id: event.id,
          title,
          siteIds,
          ...(summary ? { summary } : {}),
          ...(speaker ? { speaker } : {}),
          ...(answerBy ? { answerBy: instantOf(answerBy) } : {}),
          ...(typeof capacity === 'number' ? { capacity } : {}),
        })
      }
    >
      <TextField name="title" label={t.name} max={80} />
      <TextField name="speaker" label={t.speaker} max={100} optional />
      <VisitedField />
      <TextField name="summary" label={t.summary} rows={3} max={2000} optional />
      <TextField name="answerBy" label={t.answerBy} type="datetime-local" optional />
      {!event.mustAttend && (
        <Form.Item name="capacity" label={t.capacity} extra={t.capacityHint}>
          <InputNumber min={1} max={20_000} precision={0} inputMode="numeric" />
        </Form.Item>
      )}
    </MoveButton>
  );
}
