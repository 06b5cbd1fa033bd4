import { Layout } from '../frame/Layout.tsx';
import { TextField } from '../frame/TextField.tsx';
import type { Drawn, Faults } from '../frame/visit.ts';
import { links } from '../links.ts';

export type FindTicketContent = { ticket: string; faults: Faults };

/** For whoever has a seat number and not the page it stood on. */
export function FindTicketPage({ t, visit, ticket, faults }: Drawn & FindTicketContent) {
  const text = t.sessions.ticket;
  return (
    <Layout
      t={t}
      visit={visit}
      title={text.findTitle}
      section="sessions"
      back={links.sessions()}
      faults={faults}
      form="form"
      hidden
    >
      <form id="form" method="post" action={links.findTicket()} noValidate>
        <h1>{text.findTitle}</h1>
        <TextField
          t={t}
          name="ticket"
          label={text.findLabel}
          hint={text.findHint}
          value={ticket}
          faults={faults}
          width="middle"
          code
          autoComplete="off"
        />
        <button type="submit">{text.find}</button>
      </form>
    </Layout>
  );
}
