import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { leadSubjects, subjectNames, type LeadSubject } from '@tongxin/outreach/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { useState } from 'react';
import { client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { outreachText } from '../../text/outreach.ts';
import { ChoiceField, DayField, TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';

type Entry = {
  subject: LeadSubject;
  organisation: string;
  what: string;
  contactPost?: string;
  nextOn?: string;
};

const route = getRouteApi('/inside/leads/new');

/** Enters what a kinship visit brought. */
export function NewLeadScreen() {
  const t = useText(outreachText);
  const { event } = route.useSearch();
  return (
    <>
      <PageHead
        title={t.newTitle}
        lead={t.newLead}
        above={<Link {...paths.leads({ event })}>{t.title}</Link>}
      />
      {event === undefined ? (
        <p className="empty">
          {t.noVisit} <Link {...paths.events({ when: 'held', category: 'kinship' })}>{t.toVisits}</Link>
        </p>
      ) : (
        <LeadForm eventId={event} />
      )}
    </>
  );
}

function LeadForm({ eventId }: { eventId: string }) {
  const t = useText(outreachText);
  const { locale } = useLocale();
  const navigate = useNavigate();
  // One key per form: sent twice, it is still one lead.
  const [key] = useState(newId);
  return (
    <section className="panel narrow">
      <SendForm<Entry, Outputs['outreach']['leads']['open']>
        initial={{ subject: 'investment' }}
        send={({ contactPost, nextOn, ...entry }) =>
          client.outreach.leads.open.mutate({
            key,
            eventId,
            ...entry,
            contactPost: contactPost || undefined,
            nextOn: nextOn || undefined,
          })
        }
        onSent={({ id }) => void navigate(paths.lead(id))}
        label={t.save}
      >
        <ChoiceField
          name="subject"
          label={t.subject}
          options={leadSubjects.map((value) => ({ value, label: subjectNames[value][locale] }))}
        />
        <TextField name="organisation" label={t.organisation} max={100} />
        <TextField name="what" label={t.what} hint={t.whatHint} rows={4} max={1000} />
        <TextField name="contactPost" label={t.contact} hint={t.contactHint} max={60} optional />
        <DayField name="nextOn" label={t.nextOn} hint={t.nextHint} optional />
      </SendForm>
    </section>
  );
}
