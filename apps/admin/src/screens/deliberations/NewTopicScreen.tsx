import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { topicSourceNames, topicSources } from '@tongxin/deliberations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { ConfirmFindings } from '../../ui/ConfirmFindings.tsx';
import { ChoiceField, PickField, TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { readAll } from '../../ui/pages.ts';
import { useMyPlaces } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';

type Entry = Inputs['deliberations']['topics']['create'];
type Accepted = Outputs['deliberations']['topics']['acceptedIssues']['rows'][number];
type After = NonNullable<Inputs['deliberations']['topics']['acceptedIssues']['after']>;

const route = getRouteApi('/inside/topics/new');

/** The accepted matters with a handling copy, which can be taken into a topic, in all the person's places. */
export function useAcceptedIssues() {
  const codes = useMyPlaces().map(({ value }) => value);
  // A county's list holds its townships'; a host has only the township.
  const widest = codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
  return useQuery({
    queryKey: [...api.deliberations.topics.acceptedIssues.queryKey(), widest],
    enabled: widest.length > 0,
    queryFn: async () => {
      const lists = await Promise.all(
        widest.map((divisionCode) =>
          readAll<Accepted, After>((after) =>
            client.deliberations.topics.acceptedIssues.query({ divisionCode, after }),
          ),
        ),
      );
      return lists.flat().filter(({ title }) => title !== null);
    },
  });
}

/** Bundles accepted matters into one topic for a session. */
export function NewTopicScreen() {
  const t = useText(deliberationsText).newTopic;
  const texts = useText(deliberationsText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const chosen = route.useSearch().issues?.split(',') ?? [];
  const accepted = useAcceptedIssues();
  const options = (accepted.data ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.topics()}>{texts.topics.title}</Link>} />
      {accepted.isSuccess && options.length === 0 ? (
        <p className="empty">{t.none}</p>
      ) : (
        <section className="panel narrow">
          <SendForm<Entry, { id: string }>
            initial={{ issueIds: chosen, source: 'resident' }}
            send={(entry) => client.deliberations.topics.create.mutate(entry)}
            onSent={({ id }) => void navigate(paths.topic(id))}
            label={t.send}
          >
            <PickField name="issueIds" label={t.issues} hint={t.issuesHint} many options={options} />
            <TextField name="title" label={t.name} hint={t.nameHint} max={60} />
            <TextField name="summary" label={t.summary} hint={t.summaryHint} rows={5} max={1000} />
            <ChoiceField
              name="source"
              label={t.source}
              options={topicSources.map((value) => ({ value, label: topicSourceNames[value][locale] }))}
            />
            <Watched />
          </SendForm>
        </section>
      )}
    </>
  );
}

function Watched() {
  const title = Form.useWatch<string | undefined>('title');
  const summary = Form.useWatch<string | undefined>('summary');
  return <ConfirmFindings texts={{ title, summary }} />;
}
