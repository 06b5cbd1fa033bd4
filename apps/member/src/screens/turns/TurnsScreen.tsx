import { useQuery } from '@tanstack/react-query';
import { civilDay, newId } from '@tongxin/core';
import { messages as spine } from '@tongxin/matters/messages';
import { messages } from '@tongxin/rotas/messages';
import { swapNames, turnWorkflow, type TurnState } from '@tongxin/rotas/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { useId, useState } from 'react';
import { api, client, queryClient, type Outputs } from '../../api.ts';
import { noFields } from '../../offline/draft.ts';
import { keep } from '../../offline/store.ts';
import { paths } from '../../paths.ts';
import { dutiesText } from '../../text/duties.ts';
import { Go, useGo } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { TurnWords, type MyTurn } from './TurnCard.tsx';

type Swap = Outputs['rotas']['mySwaps'][number];

const refused = { ...spine, ...messages };
const again = () => queryClient.invalidateQueries();

/** The member's turns on duty, and swapping them with others of the same rota. */
export function TurnsScreen() {
  const t = useText(dutiesText).turns;
  const turns = useQuery(api.rotas.mine.queryOptions({ when: 'upcoming' }));
  const swaps = useQuery(api.rotas.mySwaps.queryOptions());
  const [asking, setAsking] = useState<string>();
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={<Go {...paths.home()}>{t.back}</Go>} />
      {(swaps.data?.length ?? 0) > 0 && (
        <section>
          <h2>{t.swaps}</h2>
          <ul className="cards">
            {swaps.data?.map((swap) => (
              <SwapCard key={swap.id} swap={swap} />
            ))}
          </ul>
        </section>
      )}
      <Shown query={turns}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            <ul className="cards">
              {rows.map((turn) => (
                <li key={turn.id} className="card">
                  <div>
                    <TurnWords turn={turn} />
                    <Receive turn={turn} />
                    {asking === turn.id ? (
                      <AskSwap turn={turn} onDone={() => setAsking(undefined)} />
                    ) : (
                      <ActionButton onClick={() => setAsking(turn.id)}>{t.swap}</ActionButton>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <PastTurns />
    </>
  );
}

/** The last turns that are over, with what the host wrote down. */
function PastTurns() {
  const t = useText(dutiesText).turns;
  const { locale } = useLocale();
  const { data } = useQuery(api.rotas.mine.queryOptions({ when: 'past' }));
  if (!data?.rows.length) return null;
  return (
    <section>
      <h2>{t.past}</h2>
      <ul className="cards">
        {data.rows.map((turn) => (
          <li key={turn.id} className="card">
            <div>
              <TurnWords turn={turn}>
                <span className="marks">
                  <span className={turn.state === 'logged' ? 'mark mark-done' : 'mark'}>
                    {turnWorkflow.states[turn.state as TurnState].label[locale]}
                  </span>
                </span>
              </TurnWords>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On the day of the turn: whoever comes with a matter is written down at once, also without a network. */
function Receive({ turn }: { turn: MyTurn }) {
  const t = useText(dutiesText).turns;
  const go = useGo();
  const owner = useQuery(api.accounts.me.queryOptions()).data?.account?.accountId;
  const today = civilDay(Temporal.Now.instant());
  if (owner === undefined || !civilDay(Temporal.Instant.from(turn.startsAt)).equals(today)) return null;
  async function begin(by: string) {
    const id = newId();
    const now = Temporal.Now.instant().toString();
    await keep('drafts', { id, owner: by, beganAt: now, savedAt: now, turnId: turn.id, fields: noFields });
    go(paths.draft(id));
  }
  return (
    <ActionButton weight="primary" onClick={() => void begin(owner)}>
      {t.receive}
    </ActionButton>
  );
}

/** Asking one of the others; which key it goes under is settled when the form opens, so asked twice is asked once. */
function AskSwap({ turn, onDone }: { turn: MyTurn; onDone: () => void }) {
  const t = useText(dutiesText).turns;
  const { locale } = useLocale();
  const [partnerField, returnField] = [useId(), useId()];
  const [key] = useState(newId);
  const [partnerId, setPartnerId] = useState('');
  const query = useQuery(api.rotas.partners.queryOptions({ id: turn.id }));
  return (
    <Shown query={query}>
      {(partners) => {
        if (partners.length === 0) return <p>{t.noPartners}</p>;
        const partner = partners.find(({ memberId }) => memberId === partnerId);
        return (
          <SendForm
            send={({ memberId = '', inReturnId = '' }) =>
              client.rotas.askSwap.mutate({
                id: turn.id,
                memberId,
                ...(inReturnId !== '' && { inReturnId }),
                key,
              })
            }
            onSent={() => {
              onDone();
              void again();
            }}
            label={t.ask}
            messages={refused}
            beside={<ActionButton onClick={onDone}>{t.notNow}</ActionButton>}
          >
            <p className="hint">{t.swapLead}</p>
            <div className="field">
              <label htmlFor={partnerField}>{t.partner}</label>
              <select
                id={partnerField}
                name="memberId"
                value={partnerId}
                onChange={(event) => setPartnerId(event.target.value)}
              >
                <option value="">{t.choosePartner}</option>
                {partners.map(({ memberId, name }) => (
                  <option key={memberId} value={memberId}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            {partner && (
              <div className="field">
                <label htmlFor={returnField}>{t.inReturn}</label>
                <select id={returnField} name="inReturnId" key={partnerId}>
                  <option value="">{t.noReturn}</option>
                  {partner.turns.map(({ id, startsAt, endsAt }) => (
                    <option key={id} value={id}>
                      {spanText(startsAt, endsAt, locale)}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </SendForm>
        );
      }}
    </Shown>
  );
}

/** A question about a swap: the member's own, or one that waits for their word. */
function SwapCard({ swap }: { swap: Swap }) {
  const t = useText(dutiesText).turns;
  const { locale } = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const isOpen = swap.state === 'asked';
  async function say(word: Promise<unknown>) {
    setBusy(true);
    setProblem(undefined);
    await word.catch(setProblem);
    await again();
    setBusy(false);
  }
  return (
    <li className="card">
      <div>
        <strong>{swap.isForMe ? t.askedMe(swap.asker) : t.iAsked(swap.asked)}</strong>
        <TurnWords turn={swap.turn} />
        {swap.inReturn && (
          <>
            <strong>{t.forIt}</strong>
            <TurnWords turn={swap.inReturn} />
          </>
        )}
        <span className="marks">
          <span className={isOpen ? 'mark mark-soon' : 'mark'}>{swapNames[swap.state][locale]}</span>
        </span>
        {problem !== undefined && <Problem error={problem} messages={refused} />}
        {isOpen && (
          <div className="steps">
            {swap.isForMe ? (
              <>
                <ActionButton
                  weight="primary"
                  busy={busy}
                  onClick={() =>
                    void say(client.rotas.answerSwap.mutate({ swapId: swap.id, answer: 'accept' }))
                  }
                >
                  {t.accept}
                </ActionButton>
                <ActionButton
                  busy={busy}
                  onClick={() =>
                    void say(client.rotas.answerSwap.mutate({ swapId: swap.id, answer: 'refuse' }))
                  }
                >
                  {t.refuse}
                </ActionButton>
              </>
            ) : (
              <ActionButton
                busy={busy}
                onClick={() => void say(client.rotas.withdrawSwap.mutate({ swapId: swap.id }))}
              >
                {t.withdraw}
              </ActionButton>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
