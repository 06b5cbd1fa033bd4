comment on table account_journal is 'append-only: who may do what, given and taken by whom';
--> statement-breakpoint
alter table minutes_drafts enable row level security;
--> statement-breakpoint
alter table minutes_drafts force row level security;
--> statement-breakpoint
create policy minutes_drafts_scope on minutes_drafts
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code], false));
--> statement-breakpoint
-- The database, not a check before it, keeps a hall, a host or a member from being booked twice.
alter table bookings add constraint bookings_no_overlap_excl
  exclude using gist (resource_kind with =, resource_id with =, during with &&) where (released_at is null);
--> statement-breakpoint
-- The second wall for photos: the levels of the matter, the unit that handles it (set on evidence only) and the
-- resident. A photo that no matter has taken shows itself to the house alone.
alter table files enable row level security;
--> statement-breakpoint
alter table files force row level security;
--> statement-breakpoint
create policy files_scope on files
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', city_code, county_code, township_code, village_code, 'matter:' || matter_id, 'organisation:' || handler_unit_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', city_code, county_code, township_code, village_code, 'matter:' || matter_id, 'organisation:' || handler_unit_id], false));
--> statement-breakpoint
-- The second wall: a row shows itself only to a scope that holds one of its doors. Opaque to the planner and closed
-- when no scope is set (the obvious forms are five times slower or fail open).
alter table issues enable row level security;
--> statement-breakpoint
alter table issues force row level security;
--> statement-breakpoint
create policy issues_scope on issues
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', city_code, county_code, township_code, village_code, 'matter:' || matter_id, 'organisation:' || handler_unit_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', city_code, county_code, township_code, village_code, 'matter:' || matter_id, 'organisation:' || handler_unit_id], false));
--> statement-breakpoint
alter table issue_words enable row level security;
--> statement-breakpoint
alter table issue_words force row level security;
--> statement-breakpoint
create policy issue_words_scope on issue_words
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, 'matter:' || matter_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, 'matter:' || matter_id], false));
--> statement-breakpoint
alter table issue_messages enable row level security;
--> statement-breakpoint
alter table issue_messages force row level security;
--> statement-breakpoint
create policy issue_messages_scope on issue_messages
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, 'matter:' || matter_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, 'matter:' || matter_id], false));
--> statement-breakpoint
alter table judgements enable row level security;
--> statement-breakpoint
alter table judgements force row level security;
--> statement-breakpoint
create policy judgements_scope on judgements
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, 'matter:' || issue_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, 'matter:' || issue_id], false));
--> statement-breakpoint
-- History is not the application's to rewrite: the comment is what grants go by.
comment on table journal is 'append-only: what happened';
--> statement-breakpoint
comment on table journal_seals is 'append-only: one hash per sealed entry';
--> statement-breakpoint
comment on table journal_heads is 'append-only: signed heads';
--> statement-breakpoint
comment on table readings is 'append-only: who opened what a resident told';
--> statement-breakpoint
comment on table published_minutes is 'append-only: minutes as published; a correction is a further version';
--> statement-breakpoint
