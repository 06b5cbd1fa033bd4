import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { topicSourceNames, type topicSources } from '@tongxin/deliberations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { Due } from '../../ui/Due.tsx';
import { PickField, TextField } from '../../ui/fields.tsx';
import { isOffered, MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { LineRows } from './LineRows.tsx';
import { useAcceptedIssues } from './NewTopicScreen.tsx';
import { NoteResearch, StepLog } from './StepLog.tsx';

type Topic = Outputs['deliberations']['topics']['get'];
export type Desk = NonNullable<Topic['desk']>;

const route = getRouteApi('/inside/topics/$id');

/** One topic: what is to be talked over, the matters in it, and what came of it. */
export function TopicScreen() {
  const t = useText(deliberationsText).topic;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const query = useQuery(api.deliberations.topics.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(topic) => (
        <>
          <PageHead
            title={topic.title}
            above={
              <>
                <Link {...paths.topics()}>{t.back}</Link> · {topic.number}
              </>
            }
            lead={
              <>
                <StateTag kind="topic" state={topic.state} /> {topic.desk && <Due at={topic.desk.dueAt} />}
              </>
            }
          />
          {topic.desk && <Steps topic={topic} desk={topic.desk} />}
          {topic.desk && <StepLog desk={topic.desk} />}
          <section className="panel">
            <h2>{t.summary}</h2>
            <p className="words">{topic.summary}</p>
            <p className="quiet">
              {t.source}: {topicSourceNames[topic.source as (typeof topicSources)[number]][locale]}
            </p>
            {topic.sessionId !== null && (
              <p>
                {t.session}: <Link {...paths.session(topic.sessionId)}>{topic.sessionNumber}</Link>
              </p>
            )}
          </section>
          {topic.desk && <Matters topic={topic} desk={topic.desk} />}
          <LineRows lines={topic.lines} />
        </>
      )}
    </Shown>
  );
}

function Steps({ topic, desk }: { topic: Topic; desk: Desk }) {
  const t = useText(deliberationsText).topic;
  const may = desk.may;
  if (!isOffered(may.schedule) && !isOffered(may.drop)) return null;
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        {topic.state === 'collected' && may.schedule.allowed && (
          <Link className="button button-primary" {...paths.newSession([topic.id])}>
            {t.schedule}
          </Link>
        )}
        {may.change.allowed && (
          <Link className="button" {...paths.newExpertRequest(topic.id)}>
            {t.askExpert}
          </Link>
        )}
        {may.change.allowed && <AddIssues topicId={topic.id} />}
        <NoteResearch topicId={topic.id} decision={may.research} />
        <MoveButton<{ reason: string }>
          decision={may.drop}
          label={t.drop}
          lead={t.dropLead}
          weight="danger"
          send={(entry) => client.deliberations.topics.drop.mutate({ topicId: topic.id, ...entry })}
        >
          <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />
        </MoveButton>
      </div>
    </section>
  );
}

function AddIssues({ topicId }: { topicId: string }) {
  const t = useText(deliberationsText).topic;
  const { data = [] } = useAcceptedIssues();
  return (
    <MoveButton<{ issueIds: string[] }>
      label={t.add}
      send={(entry) => client.deliberations.topics.addIssues.mutate({ topicId, ...entry })}
    >
      <PickField
        name="issueIds"
        label={t.issues}
        many
        options={data.map(({ id, number, title }) => ({
          value: id,
          label: `${number} ${title}`,
        }))}
      />
    </MoveButton>
  );
}

function Matters({ topic, desk }: { topic: Topic; desk: Desk }) {
  const t = useText(deliberationsText).topic;
  const mayRemove = topic.state === 'collected' && desk.may.drop.allowed && desk.issues.length > 1;
  return (
    <section className="panel">
      <h2>{t.issues}</h2>
      <ul className="plain">
        {desk.issues.map(({ id, number, title }) => (
          <li key={id}>
            <span>
              <Link {...paths.issue(id)}>{title ?? t.noCopy}</Link>{' '}
              <span className="quiet small">{number}</span>
            </span>
            {mayRemove && (
              <MoveButton<{ reason: string }>
                label={t.remove}
                lead={t.removeLead}
                send={(entry) =>
                  client.deliberations.topics.removeIssue.mutate({ topicId: topic.id, issueId: id, ...entry })
                }
              >
                <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />
              </MoveButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
