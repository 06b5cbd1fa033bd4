-- One identity at a time: only the row whose matter this transaction has said it is about to open.
alter table identities enable row level security;
--> statement-breakpoint
alter table identities force row level security;
--> statement-breakpoint
create policy identities_one on identities
  using (coalesce(matter_id::text = nullif(current_setting('app.reveal', true), ''), false))
  with check (coalesce(matter_id::text = nullif(current_setting('app.reveal', true), ''), false));
