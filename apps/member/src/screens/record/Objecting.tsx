import { newId } from '@tongxin/core';
import { messages } from '@tongxin/record/messages';
import { objectionWorkflow } from '@tongxin/record/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, standingOf } from '@tongxin/web/moments';
import { useState } from 'react';
import { client, queryClient } from '../../api.ts';
import { recordText } from '../../text/record.ts';
import { AreaField } from '../../ui/fields.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import type { Line } from './LineCard.tsx';

/** What the member said of a line and was answered when, and the way to say that it is not right. */
export function Objecting({ line: { id, objections, mayObject } }: { line: Line }) {
  const t = useText(recordText).objections;
  const { locale } = useLocale();
  const [key, setKey] = useState<string>();
  const [words, setWords] = useState('');
  const close = () => setKey(undefined);
  if (objections.length === 0 && !mayObject) return null;
  return (
    <div>
      {objections.map((one) => (
        <div key={one.id}>
          <span className="quiet small">{t.said(dayText(isoDayOf(one.raisedAt), locale))}</span>
          <p className="words">{one.words}</p>
          <span className="marks">
            <span className={one.answeredAt === null ? 'mark mark-soon' : 'mark mark-done'}>
              {objectionWorkflow.states[one.state].label[locale]}
            </span>
          </span>
          {one.answer !== null && <p className="words">{one.answer}</p>}
          <span className="quiet small">
            {one.answeredAt === null
              ? one.dueAt !== null && t.until(one.unit, dayText(standingOf(one.dueAt).lastDay, locale))
              : t.answered(one.unit, dayText(isoDayOf(one.answeredAt), locale))}
          </span>
        </div>
      ))}
      {mayObject && key === undefined && (
        <div className="steps">
          <ActionButton onClick={() => setKey(newId())}>
            {objections.length === 0 ? t.notRight : t.still}
          </ActionButton>
        </div>
      )}
      {mayObject && key !== undefined && (
        <SendForm
          send={() => client.record.object.mutate({ key, lineId: id, words })}
          onSent={() => {
            close();
            setWords('');
            void queryClient.invalidateQueries();
          }}
          label={t.send}
          messages={messages}
          beside={<ActionButton onClick={close}>{t.notNow}</ActionButton>}
        >
          <AreaField
            name="words"
            label={t.words}
            hint={t.wordsHint}
            max={300}
            value={words}
            onType={setWords}
          />
        </SendForm>
      )}
    </div>
  );
}
