import type { Decision } from '@tongxin/core';
import { researchWayNames, researchWays, stageNames } from '@tongxin/deliberations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText } from '@tongxin/web/moments';
import { useState } from 'react';
import { client } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ChoiceField, DayField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import type { Desk } from './TopicScreen.tsx';

/** The steps of a topic under the committee's own names, read from what happened; below them what was looked into. */
export function StepLog({ desk }: { desk: Desk }) {
  const t = useText(deliberationsText).stepLog;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      <ol className="trail">
        {desk.steps.map(({ stage, name, times, firstAt }) => (
          <li key={stage} className={firstAt === null ? 'ahead' : undefined}>
            <strong>{name ?? stageNames[stage][locale]}</strong>
            <p className="quiet small">
              {firstAt === null ? t.notYet : t.taken(times, momentText(firstAt, locale))}
            </p>
          </li>
        ))}
      </ol>
      {desk.research.map(({ id, onDay, way, words }) => (
        <p key={id} className="words">
          <span className="quiet small">
            {dayText(onDay, locale)} · {researchWayNames[way][locale]}
          </span>
          <br />
          {words}
        </p>
      ))}
    </section>
  );
}

export function NoteResearch({ topicId, decision }: { topicId: string; decision: Decision }) {
  const t = useText(deliberationsText).stepLog;
  const { locale } = useLocale();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return (
    <MoveButton<{ onDay: string; way: (typeof researchWays)[number]; words: string }>
      decision={decision}
      label={t.note}
      lead={t.noteLead}
      send={(entry) => client.deliberations.topics.research.mutate({ topicId, key, ...entry })}
      onSent={() => setKey(crypto.randomUUID())}
    >
      <DayField name="onDay" label={t.day} />
      <ChoiceField
        name="way"
        label={t.way}
        options={researchWays.map((value) => ({ value, label: researchWayNames[value][locale] }))}
      />
      <TextField name="words" label={t.words} hint={t.wordsHint} rows={4} max={1000} />
    </MoveButton>
  );
}
