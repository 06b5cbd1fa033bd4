import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { subjectNames } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { outreachText } from '../../text/outreach.ts';
import { shellText } from '../../text/shell.ts';
import { Due } from '../../ui/Due.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { DayField, TextField } from '../../ui/fields.tsx';
import { History } from '../../ui/History.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Lead = Outputs['outreach']['leads']['get'];

const route = getRouteApi('/inside/leads/$id');

/** One lead: what it is, what was done about it, and what its organiser does next. */
export function LeadScreen() {
  const t = useText(outreachText);
  const history = useText(shellText).history;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const query = useQuery(api.outreach.leads.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(lead) => (
        <>
          <PageHead
            title={lead.organisation}
            above={
              <>
                <Link {...paths.leads()}>{t.title}</Link> · {lead.number}
              </>
            }
            lead={
              <>
                <StateTag kind="lead" state={lead.state} /> <Due at={lead.dueAt} />
              </>
            }
          />
          {lead.quiet && <Alert className="gap-below" type="warning" showIcon title={t.quiet} />}
          <div className="two-columns">
            <div>
              <Steps lead={lead} />
              <section className="panel">
                <h2>{t.about}</h2>
                <p className="words gap-below">{lead.what}</p>
                <Facts
                  facts={[
                    [t.subject, subjectNames[lead.subject][locale]],
                    [t.contact, lead.contactPost],
                    [
                      t.visit,
                      <Link key="visit" {...paths.event(lead.eventId)}>
                        {lead.eventTitle}
                      </Link>,
                    ],
                    [t.organiser, lead.organiser],
                    [t.lastOn, dayText(lead.lastOn, locale)],
                  ]}
                />
              </section>
            </div>
            <div>
              <FollowUps lead={lead} />
              <section className="panel">
                <h2>{history.title}</h2>
                <History kind="lead" entries={lead.history} />
              </section>
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}

function Steps({ lead: { id, may } }: { lead: Lead }) {
  const t = useText(outreachText);
  if (!Object.values(may).some(({ allowed }) => allowed)) return null;
  const today = isoDayOf(Temporal.Now.instant().toString());
  return (
    <section className="panel">
      <h2>{t.steps}</h2>
      <div className="steps">
        <MoveButton<{ on: string; what: string; nextOn?: string }>
          decision={may.follow_up}
          label={t.followUp}
          weight="primary"
          initial={{ on: today }}
          send={({ nextOn, ...entry }) =>
            client.outreach.leads.followUp.mutate({ id, ...entry, nextOn: nextOn || undefined })
          }
        >
          <DayField name="on" label={t.on} />
          <TextField name="what" label={t.did} rows={3} max={1000} />
          <DayField name="nextOn" label={t.nextOn} hint={t.nextHint} optional />
        </MoveButton>
        <MoveButton<{ reason: string }>
          decision={may.land}
          label={t.land}
          send={(entry) => client.outreach.leads.land.mutate({ id, ...entry })}
        >
          <TextField name="reason" label={t.landReason} rows={3} max={500} />
        </MoveButton>
        <MoveButton<{ reason: string }>
          decision={may.drop}
          label={t.drop}
          weight="danger"
          send={(entry) => client.outreach.leads.drop.mutate({ id, ...entry })}
        >
          <TextField name="reason" label={t.dropReason} rows={3} max={500} />
        </MoveButton>
      </div>
    </section>
  );
}

function FollowUps({ lead: { followUps } }: { lead: Lead }) {
  const t = useText(outreachText);
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.followUps}</h2>
      {followUps.length === 0 && <p className="quiet">{t.noFollowUps}</p>}
      <ol className="trail" reversed>
        {followUps.map(({ seq, onDay, what, nextOn }) => (
          <li key={seq}>
            <span className="trail-when">
              {dayText(onDay, locale)}
              {nextOn !== null && ` · ${t.nextTime(dayText(nextOn, locale))}`}
            </span>
            <p className="words">{what}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
