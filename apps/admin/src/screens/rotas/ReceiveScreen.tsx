import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { contactSeenBy, lengths, wordsSeenBy } from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { Form } from 'antd';
import { useState } from 'react';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { rotasText } from '../../text/rotas.ts';
import { ChoiceField, TextField, TickField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePlaceNames } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { clockOf, startOf } from '../deliberations/time.ts';
import { Urgent, VillageField } from '../issues/DeskIntakeScreen.tsx';
import { Slip } from '../issues/Slip.tsx';
import { KeptVisits } from './KeptVisits.tsx';
import type { Turn } from './TurnScreen.tsx';
import { useRecording, type Visit } from './use-visits.ts';

type Entry = {
  kind: 'advice' | 'matter';
  at: string;
  about: string;
  said?: string;
  divisionCode: string;
  words: string;
  contact?: { name?: string; phone?: string };
  read: boolean;
};
type Submitted = Outputs['issues']['submitAssisted'];
/** Null for a visitor who was kept for later. */
type Answer = Submitted | { id: string } | null;

const route = getRouteApi('/inside/rotas/$id/receive');

/** A visitor is written down in under a minute: two fields for advice, three for a matter, and Enter. */
export function ReceiveScreen() {
  const { id } = route.useParams();
  const query = useQuery(api.rotas.get.queryOptions({ id }));
  const [recorded, setRecorded] = useState(0);
  const [slip, setSlip] = useState<Submitted>();
  const [kind, setKind] = useState<Entry['kind']>('advice');
  if (slip !== undefined) return <Slip submitted={slip} onAnother={() => setSlip(undefined)} />;
  const onRecorded = (answer: Answer, recordedKind: Entry['kind']) => {
    setRecorded((count) => count + 1);
    setKind(recordedKind);
    if (answer !== null && 'receipt' in answer) setSlip(answer);
  };
  return (
    <>
      <Shown query={query}>
        {(turn) => <Receive turn={turn} first={kind} recorded={recorded} onRecorded={onRecorded} />}
      </Shown>
      <KeptVisits onReceipt={setSlip} />
    </>
  );
}

type Props = {
  turn: Turn;
  /** What the visitor comes for, to begin with. */
  first: Entry['kind'];
  recorded: number;
  onRecorded: (answer: Answer, kind: Entry['kind']) => void;
};

function Receive({ turn, first, recorded, onRecorded }: Props) {
  const texts = useText(rotasText);
  const t = texts.receive;
  const { locale } = useLocale();
  // One key per visitor: sent twice, it is still one line and one matter.
  const [visitor, setVisitor] = useState(() => newVisitor(turn, first));
  const record = useRecording(turn);
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead(turn.memberName ?? texts.board.nobody, spanText(turn.startsAt, turn.endsAt, locale))}
        above={<Link {...paths.turn(turn.id)}>{t.back}</Link>}
      />
      <section className="panel narrow">
        {recorded > 0 && (
          <p role="status" className="gap-below">
            {t.done(recorded)}
          </p>
        )}
        <SendForm<Entry, Answer>
          key={visitor.key}
          initial={visitor.initial}
          send={(entry) => record(visitOf(turn.id, visitor.key, entry))}
          onSent={(answer, { kind }) => {
            setVisitor(newVisitor(turn, kind));
            onRecorded(answer, kind);
          }}
          label={t.send}
        >
          <Fields turn={turn} />
        </SendForm>
      </section>
    </>
  );
}

/** An empty form for the next visitor, who came now; for a turn of another day, at its start. */
function newVisitor({ startsAt, endsAt, villageCode, townshipCode }: Turn, kind: Entry['kind']) {
  const now = Temporal.Now.instant();
  const at = clockOf(now.toString());
  const isToday =
    at.slice(0, 10) === clockOf(startsAt).slice(0, 10) || Temporal.Instant.compare(now, endsAt) < 0;
  const divisionCode = villageCode ?? townshipCode ?? undefined;
  return { key: newId() as string, initial: { kind, at: isToday ? at : clockOf(startsAt), divisionCode } };
}

function visitOf(turnId: string, key: string, entry: Entry): Visit {
  const visit = { key, turnId, at: startOf({ start: entry.at, minutes: 0 }) };
  if (entry.kind === 'advice') {
    const said = entry.said?.trim() ? entry.said : undefined;
    return { kind: 'advice', visit: { ...visit, about: entry.about, said } };
  }
  const { divisionCode, words, contact } = entry;
  const issue = { channel: 'desk' as const, divisionCode, words, contact };
  return { kind: 'matter', visit: { ...visit, issue } };
}

function Fields({ turn }: { turn: Turn }) {
  const t = useText(rotasText).receive;
  const kind = Form.useWatch<Entry['kind'] | undefined>('kind');
  return (
    <>
      <ChoiceField
        name="kind"
        label={t.kind}
        options={[
          { value: 'advice', label: t.advice },
          { value: 'matter', label: t.matter },
        ]}
      />
      {kind === 'matter' ? <MatterFields turn={turn} /> : <AdviceFields />}
      <TextField name="at" label={t.at} type="datetime-local" />
    </>
  );
}

function AdviceFields() {
  const t = useText(rotasText).receive;
  return (
    <>
      <TextField name="about" label={t.about} hint={t.aboutHint} max={100} autoFocus />
      <TextField name="said" label={t.said} max={300} optional />
    </>
  );
}

function MatterFields({ turn: { villageCode, townshipCode } }: { turn: Turn }) {
  const t = useText(rotasText).receive;
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const here = villageCode ?? townshipCode;
  return (
    <>
      <TextField name="words" label={t.words} hint={t.wordsHint} rows={4} max={lengths.words.max} />
      <Urgent />
      <VillageField label={t.division} known={here === null ? [] : [{ value: here, label: nameOf(here) }]} />
      <fieldset>
        <legend>{t.contactTitle}</legend>
        <div className="side-by-side">
          <TextField
            name={['contact', 'name']}
            label={t.name}
            max={lengths.contactName}
            optional
            autoComplete="off"
          />
          <TextField name={['contact', 'phone']} label={t.phone} type="tel" optional autoComplete="off" />
        </div>
      </fieldset>
      <blockquote className="read-aloud">
        {wordsSeenBy[locale]} {contactSeenBy[locale]}
      </blockquote>
      <TickField name="read" mustBe={t.readMust}>
        {t.read}
      </TickField>
    </>
  );
}
