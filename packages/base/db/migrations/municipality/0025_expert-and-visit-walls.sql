-- The private note of a visit shows itself to the office of the committee that visits.
alter table visit_notes enable row level security;
--> statement-breakpoint
alter table visit_notes force row level security;
--> statement-breakpoint
create policy visit_notes_scope on visit_notes
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', office_code], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', office_code], false));
--> statement-breakpoint
comment on table expert_team_journal is 'append-only: what was done to teams of experts';
