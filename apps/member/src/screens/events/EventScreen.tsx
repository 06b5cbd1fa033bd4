import { useQuery } from '@tanstack/react-query';
import { messages } from '@tongxin/events/messages';
import { answerNames, categoryNames, modeNames } from '@tongxin/events/rules';
import { messages as spine } from '@tongxin/matters/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText, spanText } from '@tongxin/web/moments';
import { useState } from 'react';
import { api, client, queryClient, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { dutiesText } from '../../text/duties.ts';
import { AreaField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Event = Outputs['events']['get'];

const refused = { ...spine, ...messages };
const reasonAtMost = 500;

/** One event for whoever is asked to it: when, where, who asks; and the answer, or asking for leave. */
export function EventScreen({ id }: { id: string }) {
  const t = useText(dutiesText).event;
  const { locale } = useLocale();
  const query = useQuery(api.events.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(event) => (
        <>
          <PageHead title={event.title} back={<Go {...paths.home()}>{t.back}</Go>} />
          {event.cancelledAt !== null && (
            <div className="note note-late">
              <p>
                <strong>{t.cancelled}</strong>
              </p>
              {event.cancelReason && <p>{t.cancelReason(event.cancelReason)}</p>}
            </div>
          )}
          <section className="panel">
            <Facts
              facts={[
                [t.when, spanText(event.startsAt, event.endsAt, locale)],
                [t.where, [event.siteName, event.placeWords].filter(Boolean).join(' ')],
                [t.speaker, event.speaker],
                [t.sites, event.sites.map(({ name }) => name).join(' · ')],
                [t.mode, modeNames[event.mode][locale]],
                [t.online, event.onlineUrl && <a href={event.onlineUrl}>{event.onlineUrl}</a>],
                [t.organiser, event.organiser],
                [t.kind, event.kindName ?? categoryNames[event.category][locale]],
                [t.answerBy, event.answerBy && momentText(event.answerBy, locale)],
              ]}
            />
            {event.summary && <p className="words">{event.summary}</p>}
          </section>
          {event.mine !== null && event.cancelledAt === null && <MyAnswer event={event} />}
          {event.parts.length > 0 && (
            <section className="panel">
              <h2>{t.parts}</h2>
              <ul className="plain">
                {event.parts.map((part) => (
                  <li key={part.id}>
                    <Go {...paths.event(part.id)}>
                      <strong>{part.title}</strong>
                    </Go>
                    <br />
                    {spanText(part.startsAt, part.endsAt, locale)}
                    {part.state === 'cancelled' && (
                      <span className="marks">
                        <span className="mark mark-late">{t.cancelled}</span>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Shown>
  );
}

/** What the member has said, and what they may still say. */
function MyAnswer({ event }: { event: Event }) {
  const t = useText(dutiesText).event;
  const { locale } = useLocale();
  const [asksLeave, setAsksLeave] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { id, may, mine } = event;
  const canSay = [may.come, may.decline, may.askLeave].some((decision) => decision?.allowed);
  const said = mine?.answer ?? null;

  async function answer(word: 'coming' | 'declined') {
    setBusy(true);
    setProblem(undefined);
    await client.events.answer.mutate({ id, answer: word }).catch(setProblem);
    await queryClient.invalidateQueries();
    setBusy(false);
  }
  return (
    <section className="panel">
      <h2>{t.answer}</h2>
      <p role="status">{said === null ? t.none : <strong>{answerNames[said][locale]}</strong>}</p>
      {problem !== undefined && <Problem error={problem} messages={refused} />}
      {!canSay && <p className="quiet">{t.over}</p>}
      {asksLeave && may.askLeave?.allowed ? (
        <SendForm
          send={() => client.events.askLeave.mutate({ id, reason })}
          onSent={() => setAsksLeave(false)}
          label={t.sendLeave}
          messages={refused}
          beside={<ActionButton onClick={() => setAsksLeave(false)}>{t.notNow}</ActionButton>}
        >
          <AreaField
            name="reason"
            label={t.leaveReason}
            hint={t.leaveHint}
            max={reasonAtMost}
            value={reason}
            onType={setReason}
          />
        </SendForm>
      ) : (
        canSay && (
          <div className="steps">
            {may.come?.allowed && said !== 'coming' && (
              <ActionButton weight="primary" busy={busy} onClick={() => void answer('coming')}>
                {t.come}
              </ActionButton>
            )}
            {may.decline?.allowed && said !== 'declined' && (
              <ActionButton busy={busy} onClick={() => void answer('declined')}>
                {t.decline}
              </ActionButton>
            )}
            {may.askLeave?.allowed && (
              <ActionButton onClick={() => setAsksLeave(true)}>{t.askLeave}</ActionButton>
            )}
          </div>
        )
      )}
    </section>
  );
}
