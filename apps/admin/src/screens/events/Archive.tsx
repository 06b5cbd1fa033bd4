import { newId } from '@tongxin/core';
import { archiveKindNames } from '@tongxin/events/rules';
import { links } from '@tongxin/public/links';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { eventsText } from '../../text/events.ts';
import { shellText } from '../../text/shell.ts';
import { ChoiceField, TextField, TickField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { PhotoField } from '../../ui/PhotoField.tsx';
import { usePages } from '../../ui/pages.ts';
import { Problem } from '../../ui/Problem.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import type { Desk } from './EventScreen.tsx';

type Item = Outputs['events']['archive']['rows'][number];
type After = NonNullable<Inputs['events']['archive']['after']>;

const photosAtOnce = 6;

/** What is kept of the event: photos, texts, findings and links, each with its number; and all of it as one file. */
export function Archive({ event }: { event: Desk }) {
  const t = useText(eventsText).archive;
  const isKept = event.readsArchive && event.state !== 'draft' && event.state !== 'cancelled';
  if (!isKept) return null;
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      <Everything event={event} />
    </section>
  );
}

function Everything({ event }: { event: Desk }) {
  const t = useText(eventsText).archive;
  const shell = useText(shellText);
  const { locale } = useLocale();
  const pages = usePages<Item, After>(api.events.archive.queryKey({ id: event.id }), (after) =>
    client.events.archive.query({ id: event.id, after }),
  );
  if (pages.rows === undefined)
    return pages.error ? <Problem error={pages.error} onRetry={pages.retry} /> : <Waiting />;
  const isEmpty = pages.rows.length === 0;
  return (
    <>
      {isEmpty ? (
        <p className="quiet">{t.empty}</p>
      ) : (
        <ul className="plain">
          {pages.rows.map((item) => (
            <li key={item.id}>
              <Kept item={item} event={event} />
            </li>
          ))}
        </ul>
      )}
      {pages.more && (
        <p className="more">
          <ActionButton busy={pages.isFetchingMore} onClick={pages.more}>
            {pages.isFetchingMore ? shell.loadingMore : shell.more}
          </ActionButton>
        </p>
      )}
      <div className="steps gap-above">
        <AddPhotos event={event} />
        <AddText event={event} />
        <AddLink event={event} />
        {!isEmpty && (
          <a className="button" href={`${links.eventArchive(event.id)}?lang=${locale}`} download>
            {t.download}
          </a>
        )}
      </div>
      {!isEmpty && <p className="quiet small">{t.downloadHint}</p>}
    </>
  );
}

function Kept({ item, event }: { item: Item; event: Desk }) {
  const t = useText(eventsText).archive;
  const { locale } = useLocale();
  return (
    <div>
      <div className="quiet small">
        {item.number} · {archiveKindNames[item.kind][locale]}
        {item.isOfPart && ` · ${t.of(item.eventTitle)}`}
        {item.published && ` · ${t.isPublic}`}
      </div>
      {item.url === null ? (
        <strong>{item.title}</strong>
      ) : (
        <a href={item.url} target="_blank" rel="noreferrer">
          {item.title}
        </a>
      )}
      {item.body !== null && <p className="words">{item.body}</p>}
      {item.fileId !== null && (
        <ul className="photos">
          <li>
            <a href={links.photo(item.fileId, 'large')} target="_blank" rel="noreferrer">
              <img src={links.photo(item.fileId, 'small')} alt={item.title} />
            </a>
          </li>
        </ul>
      )}
      {!item.isOfPart && <ItemSteps item={item} event={event} />}
    </div>
  );
}

function ItemSteps({ item, event }: { item: Item; event: Desk }) {
  const texts = useText(eventsText);
  const t = texts.archive;
  const about = { id: event.id, itemId: item.id };
  return (
    <div className="steps">
      {event.signUp === 'public' && !item.published && (
        <MoveButton<{ looked: boolean }>
          decision={event.may.show}
          label={t.show}
          lead={t.showLead}
          send={({ looked }) => client.events.showItem.mutate({ ...about, published: true, looked })}
        >
          <TickField name="looked" mustBe={t.mustLook}>
            {t.looked}
          </TickField>
        </MoveButton>
      )}
      {item.published && (
        <MoveButton
          decision={event.may.show}
          label={t.hide}
          send={() => client.events.showItem.mutate({ ...about, published: false })}
        />
      )}
      <MoveButton<{ reason: string }>
        decision={event.may.take_out}
        label={t.remove}
        lead={t.removeLead}
        weight="danger"
        send={({ reason }) => client.events.removeItem.mutate({ ...about, reason })}
      >
        <TextField name="reason" label={texts.one.reason} rows={2} max={500} />
      </MoveButton>
    </div>
  );
}

function AddPhotos({ event }: { event: Desk }) {
  const t = useText(eventsText).archive;
  return (
    <MoveButton<{ photoIds: string[]; caption: string }>
      decision={event.may.archive}
      label={t.addPhotos}
      send={(entry) => client.events.addPhotos.mutate({ id: event.id, ...entry })}
    >
      <Form.Item name="photoIds" label={t.photos} rules={[{ required: true }]}>
        <PhotoField most={photosAtOnce} />
      </Form.Item>
      <TextField name="caption" label={t.caption} hint={t.captionHint} max={100} />
    </MoveButton>
  );
}

function AddText({ event }: { event: Desk }) {
  const t = useText(eventsText).archive;
  const { locale } = useLocale();
  const [key, renew] = useKey();
  return (
    <MoveButton<{ kind: 'text' | 'finding'; title: string; body: string }>
      decision={event.may.archive}
      label={t.addText}
      initial={{ kind: 'text' }}
      send={(entry) => client.events.addText.mutate({ id: event.id, key, ...entry })}
      onSent={renew}
    >
      <ChoiceField
        name="kind"
        label={t.kind}
        options={(['text', 'finding'] as const).map((value) => ({
          value,
          label: archiveKindNames[value][locale],
        }))}
      />
      <TextField name="title" label={t.name} max={100} />
      <TextField name="body" label={t.body} rows={8} max={20_000} />
    </MoveButton>
  );
}

function AddLink({ event }: { event: Desk }) {
  const t = useText(eventsText).archive;
  const [key, renew] = useKey();
  if (!isOffered(event.may.archive)) return null;
  return (
    <MoveButton<{ title: string; url: string }>
      decision={event.may.archive}
      label={t.addLink}
      lead={t.linkLead}
      send={(entry) => client.events.addLink.mutate({ id: event.id, key, ...entry })}
      onSent={renew}
    >
      <TextField name="title" label={t.name} max={100} />
      <TextField name="url" label={t.url} type="url" max={300} />
    </MoveButton>
  );
}

/** One key until what was written has arrived: sent twice, it is kept once. */
function useKey(): [string, () => void] {
  const [key, setKey] = useState(newId);
  return [key, () => setKey(newId())];
}
