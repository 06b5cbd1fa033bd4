import { civilDay } from '@tongxin/core';
import { asksAtMost } from '@tongxin/visits/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { Form, Input } from 'antd';
import { client } from '../../api.ts';
import { visitsText } from '../../text/visits.ts';
import { DayField, TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import type { Visit } from './VisitScreen.tsx';

/** What the committee's office does with the visit now. */
export function VisitSteps({ visit: { id, may, visitOn } }: { visit: Visit }) {
  const t = useText(visitsText).one;
  const { record, reschedule, close, cancel } = may;
  if (![record, reschedule, close, cancel].some((decision) => isOffered(decision))) return null;
  const today = civilDay(Temporal.Now.instant()).toString();
  const reason = <TextField name="reason" label={t.reason} rows={3} max={500} />;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        <MoveButton<{ visitedOn: string; asks?: string[] }>
          decision={record}
          label={t.record}
          lead={t.recordLead}
          weight="primary"
          initial={{ visitedOn: visitOn < today ? visitOn : today }}
          send={({ visitedOn, asks = [] }) => client.visits.record.mutate({ id, visitedOn, asks })}
        >
          <DayField name="visitedOn" label={t.visitedOn} />
          <AskFields />
        </MoveButton>
        <MoveButton
          decision={close}
          label={t.close}
          lead={t.closeLead}
          send={() => client.visits.close.mutate({ id })}
        />
        <MoveButton<{ visitOn: string; reason: string }>
          decision={reschedule}
          label={t.reschedule}
          initial={{ visitOn }}
          send={(entry) => client.visits.reschedule.mutate({ id, ...entry })}
        >
          <DayField name="visitOn" label={t.visitOn} />
          {reason}
        </MoveButton>
        <MoveButton<{ reason: string }>
          decision={cancel}
          label={t.cancel}
          weight="danger"
          send={(entry) => client.visits.cancel.mutate({ id, ...entry })}
        >
          {reason}
        </MoveButton>
      </div>
    </section>
  );
}

/** As many lines as the member asked things; none to begin with. */
function AskFields() {
  const t = useText(visitsText).one;
  return (
    <Form.List name="asks">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }) => (
            <Form.Item key={key} label={t.ask(name + 1)} required>
              <Form.Item name={name} rules={[{ required: true }]} noStyle>
                <Input.TextArea
                  autoSize={{ minRows: 2, maxRows: 12 }}
                  maxLength={500}
                  aria-label={t.ask(name + 1)}
                />
              </Form.Item>
              <ActionButton onClick={() => remove(name)}>{t.removeAsk}</ActionButton>
            </Form.Item>
          ))}
          {lines.length < asksAtMost && (
            <p className="gap-below">
              <ActionButton onClick={() => add('')}>{t.addAsk}</ActionButton>
            </p>
          )}
        </>
      )}
    </Form.List>
  );
}
