import { useQueries } from '@tanstack/react-query';
import { findingsIn, publicTexts } from '@tongxin/deliberations/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ConfirmFindings } from '../../ui/ConfirmFindings.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { LineFields } from './LineFields.tsx';
import type { Session } from './SessionScreen.tsx';

type Line = Inputs['deliberations']['sessions']['publish']['lines'][number];
type Draft = NonNullable<Outputs['deliberations']['sessions']['draft']>;
type Entry = { lines: Line[]; why?: Record<string, string>; confirmed?: string[] };
type Held = { id: string; number: string; title: string | null; topicId: string };

type Props = {
  session: Session;
  draft: Draft;
  /** The minutes have changes that are not saved: what would be published is not what is on the screen. */
  isStale: boolean;
  onPublished: () => void;
};

/** What was agreed, line by line, and for each matter without a line the reason; then everything becomes public. */
export function PublishForm({ session, draft, isStale, onPublished }: Props) {
  const t = useText(deliberationsText).after;
  const held = useHeldIssues(session);
  return (
    <section className="panel">
      <h2>{t.three}</h2>
      <p className="gap-below">{t.publishLead}</p>
      <SendForm<Entry>
        initial={{ lines: [{ topicId: session.topics[0]?.id ?? '', kind: 'measure' } as Line] }}
        send={({ lines, why, confirmed = [] }) =>
          client.deliberations.sessions.publish.mutate({
            id: session.id,
            lines: lines.map(({ issueIds, ...line }) => (issueIds?.length ? { ...line, issueIds } : line)),
            withoutLine: Object.entries(why ?? {}).map(([issueId, reason]) => ({ issueId, reason })),
            confirmed,
          })
        }
        onSent={onPublished}
        label={t.publish}
      >
        <Form.List name="lines">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <LineFields key={key} at={name} session={session} held={held} onRemove={() => remove(name)} />
              ))}
              <p className="gap-below">
                <ActionButton onClick={() => add({ topicId: session.topics[0]?.id, kind: 'measure' })}>
                  {t.addLine}
                </ActionButton>
              </p>
            </>
          )}
        </Form.List>
        <Unanswered held={held} />
        <Findings draft={draft} />
        <SavedFirst isStale={isStale} />
      </SendForm>
    </section>
  );
}

/** The residents' matters of the agenda, each with its topic. */
function useHeldIssues(session: Session): Held[] {
  return useQueries({
    queries: session.topics.map(({ id }) => api.deliberations.topics.get.queryOptions({ id })),
    combine: (answers) =>
      answers.flatMap(({ data }) =>
        (data?.desk?.issues ?? []).map((issue) => ({ ...issue, topicId: data!.id })),
      ),
  });
}

/** A reason for each matter that no line answers: its resident reads it. */
function Unanswered({ held }: { held: readonly Held[] }) {
  const t = useText(deliberationsText).after;
  const lines = Form.useWatch<Partial<Line>[] | undefined>('lines') ?? [];
  const isAnswered = ({ id, topicId }: Held) =>
    lines.some((line) => line.topicId === topicId && (!line.issueIds?.length || line.issueIds.includes(id)));
  const without = held.filter((issue) => !isAnswered(issue));
  if (without.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.noLine}</legend>
      <p className="gap-below">{t.noLineLead}</p>
      {without.map(({ id, number, title }) => (
        <TextField key={id} name={['why', id]} label={t.why(`${number} ${title ?? ''}`)} rows={2} max={500} />
      ))}
    </fieldset>
  );
}

/** What of the minutes and the lines may point to a person, each piece to be confirmed. */
function Findings({ draft }: { draft: Draft }) {
  const lines = Form.useWatch<Partial<Line>[] | undefined>('lines') ?? [];
  const written = lines.map(({ suggestion = '', measure = '' }) => ({ suggestion, measure }));
  const texts = publicTexts(draft, written);
  return findingsIn(texts).length === 0 ? null : <ConfirmFindings texts={texts} />;
}

/** Stops the sending while the minutes above have changes that are not saved. */
function SavedFirst({ isStale }: { isStale: boolean }) {
  const t = useText(deliberationsText).after;
  const rule = { validator: () => (isStale ? Promise.reject(new Error(t.saveFirst)) : Promise.resolve()) };
  return (
    <Form.Item name="saved" rules={[rule]} noStyle={!isStale}>
      <span />
    </Form.Item>
  );
}
