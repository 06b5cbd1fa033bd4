import { useQuery } from '@tanstack/react-query';
import { newId } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { useState } from 'react';
import { api } from '../../api.ts';
import type { Draft } from '../../offline/draft.ts';
import { changedHere, useMine } from '../../offline/here.ts';
import { sendWaiting } from '../../offline/outbox.ts';
import type { Parcel } from '../../offline/parcel.ts';
import { drop, keep } from '../../offline/store.ts';
import { paths } from '../../paths.ts';
import { intakeText } from '../../text/intake.ts';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { ParcelCard } from './ParcelCard.tsx';
import { useCountiesAndTownships } from './places.ts';

/** What the member writes down for residents: drafts, what waits to be sent, and receipts to hand over. */
export function IntakeListScreen() {
  const t = useText(intakeText).list;
  const me = useQuery(api.accounts.me.queryOptions()).data?.account;
  const mayWrite = me?.grants.some(({ role }) => role === 'member') === true;
  const { drafts = [], parcels = [] } = useMine();
  const [undo, tell] = useUndo();
  const [nextId] = useState(newId);
  // Read here, with a network, so that a place can be chosen later without one.
  useCountiesAndTownships();

  async function discardDraft(draft: Draft) {
    await drop('drafts', draft.id);
    changedHere();
    tell({
      sentence: t.discardDraft,
      undo: async () => {
        await keep('drafts', draft);
        changedHere();
      },
    });
  }
  async function discardParcel({ id }: Parcel) {
    // It may have arrived a moment ago: a receipt is not thrown away unseen.
    const gone = await drop('parcels', id, ({ state }) => state !== 'arrived');
    changedHere();
    if (gone === undefined) return;
    tell({
      sentence: gone.tried ? t.discardTried : t.discardParcel,
      undo: async () => {
        await keep('parcels', gone);
        changedHere();
        await sendWaiting();
      },
    });
  }
  const of = (state: Parcel['state']) => parcels.filter((parcel) => parcel.state === state);
  const groups = [
    { name: t.refused, rows: of('refused') },
    { name: t.waiting, rows: of('waiting') },
    { name: t.arrived, rows: of('arrived') },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHead title={t.title} lead={mayWrite ? t.lead : t.notForYou} />
      {mayWrite && (
        <p className="start">
          <Go {...paths.draft(nextId)} className="button button-primary">
            {t.start}
          </Go>
        </p>
      )}
      {undo}
      {groups.map(({ name, rows }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul className="cards">
            {rows.map((parcel) => (
              <ParcelCard key={parcel.id} parcel={parcel} onDiscard={() => void discardParcel(parcel)} />
            ))}
          </ul>
        </section>
      ))}
      {drafts.length > 0 && (
        <section>
          <h2>{t.drafts}</h2>
          <ul className="cards">
            {drafts.map((draft) => (
              <DraftCard key={draft.id} draft={draft} onDiscard={() => void discardDraft(draft)} />
            ))}
          </ul>
        </section>
      )}
      {mayWrite && drafts.length + parcels.length === 0 && <p className="empty">{t.nothing}</p>}
    </>
  );
}

function DraftCard({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const t = useText(intakeText).list;
  const { locale } = useLocale();
  const { words, place } = draft.fields;
  return (
    <li className="card">
      <div>
        <strong className="card-title cut">{words.trim() || t.untitled}</strong>
        <span className="quiet">
          {place && `${place.label} · `}
          {t.savedAt(momentText(draft.savedAt, locale))}
        </span>
        <div className="steps">
          <Go {...paths.draft(draft.id)} className="button">
            {t.goOn}
          </Go>
          <button type="button" className="button button-danger" onClick={onDiscard}>
            {t.discard}
          </button>
        </div>
      </div>
    </li>
  );
}
