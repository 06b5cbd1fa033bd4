import { useQuery } from '@tanstack/react-query';
import { answerNames, answers, attendanceNames, attendanceStates } from '@tongxin/events/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { eventsText } from '../../text/events.ts';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { usePages } from '../../ui/pages.ts';
import { InviteFields } from './EventFields.tsx';
import type { Desk } from './EventScreen.tsx';

type Row = Outputs['events']['invitees']['rows'][number];
type After = NonNullable<Inputs['events']['invitees']['after']>;
type State = (typeof attendanceStates)[number];

/** Who is asked, what they said, why they ask for leave where it is ours to decide, and who was there. */
export function Invitees({ event }: { event: Desk }) {
  const t = useText(eventsText).people;
  const { locale } = useLocale();
  const { id, may } = event;
  const pages = usePages<Row, After>(api.events.invitees.queryKey({ id }), (after) =>
    client.events.invitees.query({ id, after }),
  );
  const open = (pages.rows ?? []).filter(
    ({ memberId, attendance }) => memberId !== null && attendance === null,
  );
  const records = may.record.allowed && hasBegun(event);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.title}</h2>
        <InviteButton event={event} />
      </div>
      <Counts event={event} />
      {records && open.length > 0 && (
        <div className="steps gap-below">
          <MoveButton
            label={t.allCame}
            lead={t.allCameLead(open.length)}
            send={() =>
              client.events.recordList.mutate({
                id,
                how: 'list',
                entries: open.slice(0, 500).map((row) => ({ memberId: row.memberId!, state: 'attended' })),
              })
            }
          />
        </div>
      )}
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={(row) => row.id}
        empty={t.empty}
        columns={[
          {
            title: t.name,
            names: true,
            show: ({ name, signedUp }) => (
              <>
                {name} {signedUp && <span className="quiet small">{t.signedUp}</span>}
              </>
            ),
          },
          {
            title: t.answer,
            show: ({ answer, leaveReason }) => (
              <>
                {answerNames[answer][locale]}
                {leaveReason !== null && <div className="quiet small">{t.reason(leaveReason)}</div>}
              </>
            ),
          },
          {
            title: t.attendance,
            show: ({ attendance, attendedAt, how }) =>
              attendance === null ? (
                <span className="quiet">{t.noFact}</span>
              ) : (
                <>
                  {attendanceNames[attendance][locale]}{' '}
                  {how === 'scan' && attendedAt !== null && (
                    <span className="quiet small">{clockText(attendedAt)}</span>
                  )}
                </>
              ),
          },
          { title: t.actions, show: (row) => <RowSteps row={row} event={event} records={records} /> },
        ]}
      />
      <Unasked event={event} />
    </section>
  );
}

const hasBegun = ({ startsAt }: Desk) =>
  Temporal.Instant.compare(Temporal.Now.instant().add({ hours: 6 }), startsAt) >= 0;

function Counts({ event }: { event: Desk }) {
  const { locale } = useLocale();
  const said = answers.filter((answer) => event.answers[answer] > 0);
  const seen = attendanceStates.filter((state) => (event.attendance[state] ?? 0) > 0);
  return (
    <p className="quiet">
      {said.map((answer) => `${answerNames[answer][locale]} ${event.answers[answer]}`).join(' · ')}
      {said.length > 0 && seen.length > 0 && ' ｜ '}
      {seen.map((state) => `${attendanceNames[state][locale]} ${event.attendance[state]}`).join(' · ')}
    </p>
  );
}

type Invited = { memberIds?: string[]; organisationIds?: string[]; wholeCommittee?: boolean };

function InviteButton({ event }: { event: Desk }) {
  const t = useText(eventsText).people;
  return (
    <MoveButton<Invited>
      decision={event.may.invite}
      label={t.invite}
      send={(entry) => client.events.invite.mutate({ id: event.id, ...entry })}
    >
      <InviteFields divisionCode={event.townshipCode ?? event.countyCode ?? event.cityCode} />
    </MoveButton>
  );
}

function RowSteps({ row, event, records }: { row: Row; event: Desk; records: boolean }) {
  const t = useText(eventsText).people;
  const { locale } = useLocale();
  const { id, may } = event;
  const { memberId } = row;
  const decides = row.answer === 'leave_asked' && memberId !== null && isOffered(may.decide_leave);
  const record = (state: State) =>
    client.events.recordList.mutate({ id, how: 'list', entries: [{ memberId: memberId!, state }] });
  return (
    <div className="steps">
      {decides && (
        <>
          <MoveButton
            label={t.grant}
            send={() => client.events.decideLeave.mutate({ id, memberId, granted: true })}
          />
          <MoveButton
            label={t.refuse}
            send={() => client.events.decideLeave.mutate({ id, memberId, granted: false })}
          />
        </>
      )}
      {records &&
        memberId !== null &&
        row.attendance === null &&
        attendanceStates.map((state) => (
          <MoveButton key={state} label={attendanceNames[state][locale]} send={() => record(state)} />
        ))}
      {memberId !== null && row.attendance !== null && <Correct row={{ ...row, memberId }} event={event} />}
      {row.attendance === null && !records && isOffered(may.invite) && (
        <MoveButton
          label={t.remove}
          lead={t.removeLead(row.name)}
          weight="danger"
          send={() => client.events.uninvite.mutate({ id, inviteeId: row.id })}
        />
      )}
    </div>
  );
}

type Corrected = { state: State; reason: string };

function Correct({
  row,
  event,
}: {
  row: { memberId: string; name: string; attendance: State | null };
  event: Desk;
}) {
  const texts = useText(eventsText);
  const t = texts.people;
  const { locale } = useLocale();
  return (
    <MoveButton<Corrected>
      decision={event.may.correct}
      label={t.correct}
      lead={t.correctLead(row.name)}
      send={(entry) => client.events.correct.mutate({ id: event.id, memberId: row.memberId, ...entry })}
    >
      <ChoiceField
        name="state"
        label={t.state}
        options={attendanceStates
          .filter((state) => state !== row.attendance)
          .map((value) => ({ value, label: attendanceNames[value][locale] }))}
      />
      <TextField name="reason" label={texts.one.reason} rows={2} max={500} />
    </MoveButton>
  );
}

function Unasked({ event }: { event: Desk }) {
  const t = useText(eventsText).people;
  const { locale } = useLocale();
  const { data = [] } = useQuery(api.events.unasked.queryOptions({ id: event.id }));
  if (data.length === 0) return null;
  return (
    <>
      <h3>{t.unasked}</h3>
      <ul className="plain">
        {data.map(({ memberId, name, attendance }) => (
          <li key={memberId}>
            <span>
              {name} · {attendanceNames[attendance][locale]}
            </span>
            <Correct row={{ memberId, name, attendance }} event={event} />
          </li>
        ))}
      </ul>
    </>
  );
}
