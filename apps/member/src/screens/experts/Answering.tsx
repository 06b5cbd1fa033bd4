import { messages } from '@tongxin/experts/messages';
import { messages as spine } from '@tongxin/matters/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { useState } from 'react';
import { client, queryClient } from '../../api.ts';
import { askedText } from '../../text/asked.ts';
import { AreaField, TextField } from '../../ui/fields.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import type { MyRequest } from './ExpertScreen.tsx';

export type Answer = 'accept' | 'decline' | 'reschedule';
type Props = { request: MyRequest; answer: Answer; onDone: () => void };

const refused = { ...spine, ...messages };

/** One of the things an expert says, with the fields it needs. */
export function Answering({ request, answer, onDone }: Props) {
  const t = useText(askedText).experts;
  const [words, setWords] = useState('');
  const { id } = request;
  const send = {
    accept: ({ visitOn = '' }: Record<string, string>) => client.experts.accept.mutate({ id, visitOn }),
    decline: () => client.experts.decline.mutate({ id, reason: words }),
    reschedule: ({ visitOn = '' }: Record<string, string>) =>
      client.experts.reschedule.mutate({ id, visitOn, reason: words }),
  };
  const labels = { accept: t.sendAccept, decline: t.sendDecline, reschedule: t.sendMove };
  return (
    <SendForm
      send={send[answer]}
      onSent={() => {
        onDone();
        void queryClient.invalidateQueries();
      }}
      label={labels[answer]}
      messages={refused}
      beside={<ActionButton onClick={onDone}>{t.notNow}</ActionButton>}
    >
      {(answer === 'accept' || answer === 'reschedule') && (
        <TextField
          name="visitOn"
          label={t.day}
          type="date"
          defaultValue={request.visitOn ?? request.wishedOn}
        />
      )}
      {answer === 'decline' && (
        <AreaField
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          max={500}
          value={words}
          onType={setWords}
        />
      )}
      {answer === 'reschedule' && (
        <AreaField name="reason" label={t.moveReason} max={500} value={words} onType={setWords} />
      )}
    </SendForm>
  );
}
