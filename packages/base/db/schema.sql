-- What the migrations build, as the database sees it. Written by `pnpm migration <name>`; compared by `pnpm check`.
-- A change of the tables is read here. City 3307 stands for any city.

table m3307.account_journal
  id uuid not null
  account_id uuid not null
  at timestamp(3) with time zone not null
  action text not null
  actor_id uuid
  grant_id uuid
  reason text not null
  facts jsonb not null
  constraint account_journal_action_check CHECK ((action = ANY (ARRAY['created'::text, 'granted'::text, 'revoked'::text, 'password_set'::text, 'phone_set'::text, 'totp_set'::text, 'totp_reset'::text, 'disabled'::text, 'enabled'::text])))
  constraint account_journal_pkey PRIMARY KEY (id)
  CREATE INDEX account_journal_account_id_idx ON m3307.account_journal USING btree (account_id, at, id)
  grant insert, select to tongxin_app
  comment 'append-only: who may do what, given and taken by whom'

table m3307.accounts
  id uuid not null
  name text not null
  username text
  phone_hash text
  phone_tail text
  division_code text not null
  two_factor_enabled boolean not null default false
  disabled_at timestamp(3) with time zone
  created_at timestamp(3) with time zone not null
  updated_at timestamp(3) with time zone not null
  constraint accounts_division_code_fk FOREIGN KEY (division_code) REFERENCES public.divisions(code)
  constraint accounts_phone_check CHECK (((phone_hash IS NULL) = (phone_tail IS NULL)))
  constraint accounts_phone_hash_key UNIQUE (phone_hash)
  constraint accounts_pkey PRIMARY KEY (id)
  constraint accounts_username_check CHECK ((username = lower(username)))
  constraint accounts_username_key UNIQUE (username)
  CREATE INDEX accounts_division_code_idx ON m3307.accounts USING btree (division_code, name, id)
  CREATE INDEX accounts_name_idx ON m3307.accounts USING btree (name, id)
  grant delete, insert, select, update to tongxin_app

table m3307.bookings
  id uuid not null
  resource_kind text not null
  resource_id uuid not null
  during tstzrange not null
  matter_id uuid not null
  released_at timestamp(3) with time zone
  constraint bookings_during_check CHECK ((lower(during) < upper(during)))
  constraint bookings_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint bookings_no_overlap_excl EXCLUDE USING gist (resource_kind WITH =, resource_id WITH =, during WITH &&) WHERE ((released_at IS NULL))
  constraint bookings_pkey PRIMARY KEY (id)
  constraint bookings_resource_kind_check CHECK ((resource_kind = ANY (ARRAY['platform'::text, 'member'::text, 'account'::text])))
  CREATE INDEX bookings_matter_id_idx ON m3307.bookings USING btree (matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.credentials
  id uuid not null
  account_id uuid not null
  subject text not null
  provider text not null
  password_hash text
  created_at timestamp(3) with time zone not null
  updated_at timestamp(3) with time zone not null
  constraint credentials_account_id_fk FOREIGN KEY (account_id) REFERENCES m3307.accounts(id)
  constraint credentials_pkey PRIMARY KEY (id)
  constraint credentials_provider_check CHECK ((provider = 'credential'::text))
  constraint credentials_provider_subject_key UNIQUE (provider, subject)
  CREATE INDEX credentials_account_id_idx ON m3307.credentials USING btree (account_id)
  grant delete, insert, select, update to tongxin_app

table m3307.files
  id uuid not null
  kind text not null
  name text not null
  matter_id uuid
  handler_unit_id uuid
  city_code text
  county_code text
  township_code text
  village_code text
  width integer not null
  height integer not null
  bytes integer not null
  sha256 text not null
  uploaded_at timestamp(3) with time zone not null
  attached_at timestamp(3) with time zone
  published boolean not null default false
  constraint files_attached_check CHECK (((matter_id IS NULL) = (attached_at IS NULL)))
  constraint files_kind_check CHECK ((kind = 'photo'::text))
  constraint files_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint files_name_key UNIQUE (name)
  constraint files_pkey PRIMARY KEY (id)
  constraint files_published_check CHECK (((matter_id IS NOT NULL) OR (NOT published)))
  CREATE INDEX files_matter_id_idx ON m3307.files USING btree (matter_id)
  CREATE INDEX files_unattached_idx ON m3307.files USING btree (uploaded_at) WHERE (matter_id IS NULL)
  row level security forced
  policy files_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, county_code, township_code, village_code, ('matter:'::text || matter_id), ('organisation:'::text || handler_unit_id),
CASE
    WHEN (handler_unit_id IS NOT NULL) THEN city_code
    ELSE NULL::text
END,
CASE
    WHEN (handler_unit_id IS NOT NULL) THEN ('copy:'::text || matter_id)
    ELSE NULL::text
END]), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.fold_marks
  name text not null
  "position" bigint not null
  folded_at timestamp(3) with time zone not null
  constraint fold_marks_pkey PRIMARY KEY (name)
  grant delete, insert, select, update to tongxin_app

table m3307.grants
  id uuid not null
  account_id uuid not null
  role text not null
  division_code text
  organisation_id uuid
  matter_id uuid
  valid_from timestamp(3) with time zone not null
  valid_to timestamp(3) with time zone
  granted_by uuid
  reason text not null
  revoked_at timestamp(3) with time zone
  constraint grants_account_id_fk FOREIGN KEY (account_id) REFERENCES m3307.accounts(id)
  constraint grants_division_code_fk FOREIGN KEY (division_code) REFERENCES public.divisions(code)
  constraint grants_granted_by_fk FOREIGN KEY (granted_by) REFERENCES m3307.accounts(id)
  constraint grants_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint grants_pkey PRIMARY KEY (id)
  constraint grants_role_check CHECK ((role = ANY (ARRAY['host'::text, 'county_office'::text, 'city_office'::text, 'department_clerk'::text, 'member'::text, 'auditor'::text, 'operator'::text])))
  constraint grants_scope_check CHECK ((num_nonnulls(division_code, organisation_id, matter_id) >= 1))
  constraint grants_valid_to_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  CREATE INDEX grants_account_id_idx ON m3307.grants USING btree (account_id, valid_from)
  CREATE INDEX grants_division_code_idx ON m3307.grants USING btree (division_code, role)
  CREATE INDEX grants_organisation_id_idx ON m3307.grants USING btree (organisation_id, role)
  grant delete, insert, select, update to tongxin_app

table m3307.idempotency_keys
  key text not null
  fingerprint text not null
  answer jsonb
  created_at timestamp(3) with time zone not null
  constraint idempotency_keys_pkey PRIMARY KEY (key)
  CREATE INDEX idempotency_keys_created_at_idx ON m3307.idempotency_keys USING btree (created_at)
  grant delete, insert, select, update to tongxin_app

table m3307.issue_messages
  matter_id uuid not null
  seq smallint not null
  city_code text not null
  county_code text not null
  township_code text not null
  village_code text
  author text not null
  text text not null
  at timestamp(3) with time zone not null
  constraint issue_messages_author_check CHECK ((author = ANY (ARRAY['office'::text, 'resident'::text])))
  constraint issue_messages_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint issue_messages_pkey PRIMARY KEY (matter_id, seq)
  row level security forced
  policy issue_messages_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, county_code, township_code, village_code, ('matter:'::text || matter_id)]), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.issue_words
  matter_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  village_code text
  words text not null
  place_words text
  constraint issue_words_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint issue_words_pkey PRIMARY KEY (matter_id)
  row level security forced
  policy issue_words_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, county_code, township_code, village_code, ('matter:'::text || matter_id)]), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.issues
  matter_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  village_code text
  channel text not null
  handler_unit_id uuid
  contact_kept boolean not null default false
  handling_title text
  handling_text text
  handling_days smallint
  handle_by timestamp(3) with time zone
  extensions smallint not null default 0
  reply_class text
  reply_text text
  diverted_to text
  closing_class text
  judged_round smallint not null default 0
  reopened smallint not null default 0
  opened_at timestamp(3) with time zone not null
  constraint issues_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'desk'::text, 'phone'::text, 'code'::text, 'paper'::text, 'member'::text])))
  constraint issues_closing_class_check CHECK ((closing_class = ANY (ARRAY['solved'::text, 'partly'::text, 'disagreed'::text, 'explained'::text, 'unrated'::text])))
  constraint issues_diverted_to_check CHECK ((diverted_to = ANY (ARRAY['emergency'::text, 'hotline'::text, 'petition'::text, 'discipline'::text, 'court'::text])))
  constraint issues_extensions_check CHECK (((extensions >= 0) AND (extensions <= 1)))
  constraint issues_handling_days_check CHECK ((handling_days = ANY (ARRAY[3, 10])))
  constraint issues_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint issues_pkey PRIMARY KEY (matter_id)
  constraint issues_reopened_check CHECK (((reopened >= 0) AND (reopened <= 1)))
  constraint issues_reply_class_check CHECK ((reply_class = ANY (ARRAY['solved'::text, 'being_solved'::text, 'planned'::text, 'cannot'::text])))
  row level security forced
  policy issues_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, city_code, county_code, township_code, village_code, ('matter:'::text || matter_id), ('copy:'::text || matter_id), ('organisation:'::text || handler_unit_id)]), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.journal
  matter_id uuid not null
  seq integer not null
  "position" bigint not null identity
  kind text not null
  move text not null
  from_state text
  to_state text not null
  at timestamp(3) with time zone not null
  recorded_at timestamp(3) with time zone not null default now()
  actor_kind text not null
  account_id uuid
  role text
  unit_id uuid
  unit_name text
  reason text
  data jsonb not null
  city_code text not null
  county_code text not null
  township_code text not null
  constraint journal_actor_check CHECK (((actor_kind = 'account'::text) = (account_id IS NOT NULL)))
  constraint journal_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint journal_pkey PRIMARY KEY (matter_id, seq)
  constraint journal_position_key UNIQUE ("position")
  CREATE INDEX journal_city_idx ON m3307.journal USING btree (city_code, kind, move, at, matter_id)
  CREATE INDEX journal_county_idx ON m3307.journal USING btree (county_code, kind, move, at, matter_id)
  CREATE INDEX journal_township_idx ON m3307.journal USING btree (township_code, kind, move, at, matter_id)
  grant insert, select to tongxin_app
  comment 'append-only: what happened'

table m3307.journal_heads
  up_to bigint not null
  entry_count bigint not null
  hash text not null
  signature text not null
  sealed_at timestamp(3) with time zone not null
  constraint journal_heads_pkey PRIMARY KEY (up_to)
  grant insert, select to tongxin_app
  comment 'append-only: signed heads'

table m3307.journal_seals
  "position" bigint not null
  hash text not null
  constraint journal_seals_pkey PRIMARY KEY ("position")
  grant insert, select to tongxin_app
  comment 'append-only: one hash per sealed entry'

table m3307.judgements
  id uuid not null
  issue_id uuid not null
  about_id uuid not null
  round smallint not null
  city_code text not null
  county_code text not null
  township_code text not null
  village_code text
  solved text not null
  stars smallint
  words text
  at timestamp(3) with time zone not null
  constraint judgements_about_id_fk FOREIGN KEY (about_id) REFERENCES m3307.matters(id)
  constraint judgements_issue_id_about_id_round_key UNIQUE (issue_id, about_id, round)
  constraint judgements_issue_id_fk FOREIGN KEY (issue_id) REFERENCES m3307.matters(id)
  constraint judgements_pkey PRIMARY KEY (id)
  constraint judgements_solved_check CHECK ((solved = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'silent'::text])))
  constraint judgements_stars_check CHECK (((solved = 'silent'::text) = (stars IS NULL)))
  constraint judgements_stars_range_check CHECK (((stars >= 1) AND (stars <= 5)))
  CREATE INDEX judgements_about_idx ON m3307.judgements USING btree (about_id, round)
  row level security forced
  policy judgements_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, county_code, township_code, village_code, ('matter:'::text || issue_id)]), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.line_progress
  line_id uuid not null
  seq smallint not null
  kind text not null
  reply_class text
  text text not null
  at timestamp(3) with time zone not null
  constraint line_progress_kind_check CHECK (((kind = 'report'::text) = (reply_class IS NOT NULL)))
  constraint line_progress_line_id_fk FOREIGN KEY (line_id) REFERENCES m3307.outcome_lines(matter_id)
  constraint line_progress_pkey PRIMARY KEY (line_id, seq)
  grant delete, insert, select, update to tongxin_app

table m3307.links
  from_id uuid not null
  to_id uuid not null
  kind text not null
  linked_at timestamp(3) with time zone not null
  unlinked_at timestamp(3) with time zone
  constraint links_from_id_fk FOREIGN KEY (from_id) REFERENCES m3307.matters(id)
  constraint links_kind_check CHECK ((kind = ANY (ARRAY['taken_into'::text, 'merged_into'::text, 'talked_at'::text, 'outcome_of'::text, 'answers'::text, 'reopened_as'::text])))
  constraint links_pkey PRIMARY KEY (from_id, kind, to_id)
  constraint links_to_id_fk FOREIGN KEY (to_id) REFERENCES m3307.matters(id)
  CREATE INDEX links_to_id_idx ON m3307.links USING btree (to_id, kind)
  grant delete, insert, select, update to tongxin_app

table m3307.matters
  id uuid not null
  kind text not null
  number text not null
  chain_id uuid not null
  organisation_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  village_code text
  state text not null
  owner_role text
  owner_unit_id uuid
  handler_unit_id uuid
  due_at timestamp(3) with time zone
  opened_at timestamp(3) with time zone not null
  closed_at timestamp(3) with time zone
  changed_at timestamp(3) with time zone not null
  entry_count integer not null
  reminders smallint not null default 0
  constraint matters_handler_unit_id_fk FOREIGN KEY (handler_unit_id) REFERENCES m3307.organisations(id)
  constraint matters_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'topic'::text, 'session'::text, 'outcome_line'::text])))
  constraint matters_number_key UNIQUE (number)
  constraint matters_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint matters_owner_check CHECK (((closed_at IS NULL) = ((owner_role IS NOT NULL) AND (due_at IS NOT NULL))))
  constraint matters_owner_unit_check CHECK (((owner_role IS NULL) OR (owner_role = 'resident'::text) OR (owner_unit_id IS NOT NULL)))
  constraint matters_owner_unit_id_fk FOREIGN KEY (owner_unit_id) REFERENCES m3307.organisations(id)
  constraint matters_pkey PRIMARY KEY (id)
  constraint matters_township_code_fk FOREIGN KEY (township_code) REFERENCES public.divisions(code)
  CREATE INDEX matters_chain_idx ON m3307.matters USING btree (chain_id, opened_at)
  CREATE INDEX matters_city_idx ON m3307.matters USING btree (city_code, kind, opened_at, id)
  CREATE INDEX matters_city_state_idx ON m3307.matters USING btree (city_code, state, opened_at, id)
  CREATE INDEX matters_county_idx ON m3307.matters USING btree (county_code, kind, opened_at, id)
  CREATE INDEX matters_county_state_idx ON m3307.matters USING btree (county_code, state, opened_at, id)
  CREATE INDEX matters_due_idx ON m3307.matters USING btree (due_at, id) WHERE (closed_at IS NULL)
  CREATE INDEX matters_handler_idx ON m3307.matters USING btree (handler_unit_id, opened_at, id)
  CREATE INDEX matters_open_city_idx ON m3307.matters USING btree (city_code, owner_role, due_at, id) WHERE (closed_at IS NULL)
  CREATE INDEX matters_open_county_idx ON m3307.matters USING btree (county_code, owner_role, due_at, id) WHERE (closed_at IS NULL)
  CREATE INDEX matters_open_lines_idx ON m3307.matters USING btree (county_code, township_code, id) WHERE ((closed_at IS NULL) AND (kind = 'outcome_line'::text))
  CREATE INDEX matters_open_owner_idx ON m3307.matters USING btree (owner_unit_id, due_at, id) WHERE (closed_at IS NULL)
  CREATE INDEX matters_open_township_idx ON m3307.matters USING btree (township_code, owner_role, due_at, id) WHERE (closed_at IS NULL)
  CREATE INDEX matters_township_idx ON m3307.matters USING btree (township_code, kind, opened_at, id)
  CREATE INDEX matters_township_state_idx ON m3307.matters USING btree (township_code, state, opened_at, id)
  CREATE INDEX matters_village_idx ON m3307.matters USING btree (village_code, kind, opened_at, id)
  grant delete, insert, select, update to tongxin_app

table m3307.members
  id uuid not null
  name text not null
  sector text not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  account_id uuid
  active boolean not null default true
  constraint members_account_id_key UNIQUE (account_id)
  constraint members_city_code_fk FOREIGN KEY (city_code) REFERENCES public.divisions(code)
  constraint members_county_code_fk FOREIGN KEY (county_code) REFERENCES public.divisions(code)
  constraint members_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint members_pkey PRIMARY KEY (id)
  CREATE INDEX members_city_idx ON m3307.members USING btree (city_code, name, id)
  CREATE INDEX members_county_idx ON m3307.members USING btree (county_code, name, id)
  grant delete, insert, select, update to tongxin_app

table m3307.minutes_drafts
  session_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  agreed jsonb not null
  not_agreed jsonb not null
  summary text not null
  saved_at timestamp(3) with time zone not null
  constraint minutes_drafts_pkey PRIMARY KEY (session_id)
  constraint minutes_drafts_session_id_fk FOREIGN KEY (session_id) REFERENCES m3307.sessions(matter_id)
  row level security forced
  policy minutes_drafts_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, county_code, township_code]), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.notices
  id uuid not null
  matter_id uuid not null
  unit_id uuid not null
  event text not null
  at timestamp(3) with time zone not null
  seen_at timestamp(3) with time zone
  constraint notices_event_check CHECK ((event = ANY (ARRAY['turn'::text, 'reminded'::text, 'escalated'::text])))
  constraint notices_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint notices_pkey PRIMARY KEY (id)
  constraint notices_unit_id_fk FOREIGN KEY (unit_id) REFERENCES m3307.organisations(id)
  CREATE INDEX notices_unit_idx ON m3307.notices USING btree (unit_id, at, id)
  grant delete, insert, select, update to tongxin_app

table m3307.number_series
  organ text not null
  year smallint not null
  kind text not null
  last integer not null
  constraint number_series_pkey PRIMARY KEY (organ, year, kind)
  grant delete, insert, select, update to tongxin_app

table m3307.organisations
  id uuid not null
  kind text not null
  name text not null
  parent_id uuid
  division_code text not null
  constraint organisations_division_code_fk FOREIGN KEY (division_code) REFERENCES public.divisions(code)
  constraint organisations_division_code_kind_name_key UNIQUE (division_code, kind, name)
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['city_office'::text, 'county_office'::text, 'township_group'::text, 'department'::text])))
  constraint organisations_parent_id_fk FOREIGN KEY (parent_id) REFERENCES m3307.organisations(id)
  constraint organisations_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app

table m3307.outbox
  id uuid not null
  task text not null
  payload jsonb not null
  run_at timestamp(3) with time zone not null default now()
  attempts smallint not null default 0
  constraint outbox_pkey PRIMARY KEY (id)
  CREATE INDEX outbox_run_at_idx ON m3307.outbox USING btree (run_at)
  grant delete, insert, select, update to tongxin_app

table m3307.outcome_lines
  matter_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  session_id uuid not null
  topic_id uuid not null
  line_no smallint not null
  suggestion text not null
  kind text not null
  unit_id uuid not null
  due_on date not null
  measure text not null
  reply_class text
  report_text text
  round smallint not null default 1
  closing_class text
  judged_yes smallint
  judged_partly smallint
  judged_no smallint
  judged_silent smallint
  constraint outcome_lines_closing_class_check CHECK ((closing_class = ANY (ARRAY['solved'::text, 'partly'::text, 'disagreed'::text, 'explained'::text, 'unrated'::text])))
  constraint outcome_lines_judged_check CHECK ((num_nulls(closing_class, judged_yes, judged_partly, judged_no, judged_silent) = ANY (ARRAY[0, 5])))
  constraint outcome_lines_kind_check CHECK ((kind = ANY (ARRAY['policy'::text, 'project'::text, 'funds'::text, 'measure'::text, 'explanation'::text])))
  constraint outcome_lines_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint outcome_lines_pkey PRIMARY KEY (matter_id)
  constraint outcome_lines_reply_class_check CHECK ((reply_class = ANY (ARRAY['solved'::text, 'being_solved'::text, 'planned'::text, 'cannot'::text])))
  constraint outcome_lines_session_id_fk FOREIGN KEY (session_id) REFERENCES m3307.sessions(matter_id)
  constraint outcome_lines_session_id_line_no_key UNIQUE (session_id, line_no)
  constraint outcome_lines_topic_id_fk FOREIGN KEY (topic_id) REFERENCES m3307.topics(matter_id)
  constraint outcome_lines_unit_id_fk FOREIGN KEY (unit_id) REFERENCES m3307.organisations(id)
  CREATE INDEX outcome_lines_city_due_idx ON m3307.outcome_lines USING btree (city_code, due_on, matter_id)
  CREATE INDEX outcome_lines_county_due_idx ON m3307.outcome_lines USING btree (county_code, due_on, matter_id)
  CREATE INDEX outcome_lines_topic_id_idx ON m3307.outcome_lines USING btree (topic_id)
  CREATE INDEX outcome_lines_township_due_idx ON m3307.outcome_lines USING btree (township_code, due_on, matter_id)
  CREATE INDEX outcome_lines_unit_idx ON m3307.outcome_lines USING btree (unit_id, due_on, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.outgoing_codes
  id uuid not null
  phone text not null
  code text not null
  created_at timestamp(3) with time zone not null
  constraint outgoing_codes_pkey PRIMARY KEY (id)
  CREATE INDEX outgoing_codes_created_at_idx ON m3307.outgoing_codes USING btree (created_at)
  grant delete, insert, select, update to tongxin_app

table m3307.phone_codes
  request_id uuid not null
  phone_hash text not null
  account_id uuid
  code_hash text not null
  address_hash text not null
  created_at timestamp(3) with time zone not null
  expires_at timestamp(3) with time zone not null
  tries smallint not null default 0
  used_at timestamp(3) with time zone
  constraint phone_codes_account_id_fk FOREIGN KEY (account_id) REFERENCES m3307.accounts(id)
  constraint phone_codes_pkey PRIMARY KEY (request_id)
  CREATE INDEX phone_codes_created_at_idx ON m3307.phone_codes USING btree (created_at)
  grant delete, insert, select, update to tongxin_app

table m3307.platforms
  id uuid not null
  kind text not null
  name text not null
  organisation_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  address text not null
  seats smallint not null
  open_hours text not null
  constraint platforms_kind_check CHECK ((kind = 'hall'::text))
  constraint platforms_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint platforms_pkey PRIMARY KEY (id)
  constraint platforms_seats_check CHECK ((seats > 0))
  constraint platforms_township_code_fk FOREIGN KEY (township_code) REFERENCES public.divisions(code)
  CREATE INDEX platforms_city_idx ON m3307.platforms USING btree (city_code, name, id)
  CREATE INDEX platforms_county_idx ON m3307.platforms USING btree (county_code, name, id)
  CREATE INDEX platforms_township_idx ON m3307.platforms USING btree (township_code, name, id)
  grant delete, insert, select, update to tongxin_app

table m3307.published_issues
  matter_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  title text not null
  text text not null
  outcome text
  closing_class text
  closed_at timestamp(3) with time zone
  published_at timestamp(3) with time zone not null
  changed_at timestamp(3) with time zone
  change_reason text
  constraint published_issues_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint published_issues_pkey PRIMARY KEY (matter_id)
  CREATE INDEX published_issues_city_ending_idx ON m3307.published_issues USING btree (city_code, closing_class, closed_at, matter_id)
  CREATE INDEX published_issues_city_idx ON m3307.published_issues USING btree (city_code, closed_at, matter_id)
  CREATE INDEX published_issues_county_ending_idx ON m3307.published_issues USING btree (county_code, closing_class, closed_at, matter_id)
  CREATE INDEX published_issues_county_idx ON m3307.published_issues USING btree (county_code, closed_at, matter_id)
  CREATE INDEX published_issues_township_ending_idx ON m3307.published_issues USING btree (township_code, closing_class, closed_at, matter_id)
  CREATE INDEX published_issues_township_idx ON m3307.published_issues USING btree (township_code, closed_at, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.published_minutes
  session_id uuid not null
  version smallint not null
  agreed jsonb not null
  not_agreed jsonb not null
  summary text not null
  published_at timestamp(3) with time zone not null
  change_reason text
  constraint published_minutes_change_check CHECK (((version = 1) = (change_reason IS NULL)))
  constraint published_minutes_pkey PRIMARY KEY (session_id, version)
  constraint published_minutes_session_id_fk FOREIGN KEY (session_id) REFERENCES m3307.sessions(matter_id)
  grant insert, select to tongxin_app
  comment 'append-only: minutes as published; a correction is a further version'

table m3307.rate_limits
  id uuid not null
  key text not null
  count integer not null
  last_request bigint not null
  constraint rate_limits_key_key UNIQUE (key)
  constraint rate_limits_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app

table m3307.readings
  id uuid not null
  matter_id uuid not null
  what text not null
  account_id uuid
  role text not null
  unit_name text not null
  reason text
  at timestamp(3) with time zone not null
  constraint readings_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint readings_pkey PRIMARY KEY (id)
  constraint readings_what_check CHECK ((what = ANY (ARRAY['words'::text, 'identity'::text, 'photos'::text])))
  CREATE INDEX readings_matter_id_idx ON m3307.readings USING btree (matter_id, at)
  grant insert, select to tongxin_app
  comment 'append-only: who opened what a resident told'

table m3307.receipts
  receipt text not null
  matter_id uuid not null
  pin_hash text not null
  wrong_tries smallint not null default 0
  locked_until timestamp(3) with time zone
  constraint receipts_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint receipts_pkey PRIMARY KEY (receipt)
  CREATE INDEX receipts_matter_id_idx ON m3307.receipts USING btree (matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.rollup_months
  parent_code text not null
  month date not null
  measure text not null
  division_code text not null
  value integer not null
  amount bigint not null
  constraint rollup_months_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  constraint rollup_months_pkey PRIMARY KEY (parent_code, month, measure, division_code, value)
  grant delete, insert, select, update to tongxin_app

table m3307.schema_migrations
  id integer not null default nextval('m3307.schema_migrations_id_seq'::regclass)
  hash text not null
  created_at bigint
  constraint schema_migrations_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app

table m3307.session_invitees
  session_id uuid not null
  kind text not null
  member_id uuid
  organisation_id uuid
  invitee_id uuid not null
  attended text
  constraint session_invitees_attended_check CHECK ((attended = ANY (ARRAY['yes'::text, 'no'::text, 'leave'::text])))
  constraint session_invitees_kind_check CHECK ((((kind = 'member'::text) AND (member_id = invitee_id) AND (organisation_id IS NULL)) OR ((kind = 'organisation'::text) AND (organisation_id = invitee_id) AND (member_id IS NULL))))
  constraint session_invitees_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint session_invitees_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint session_invitees_pkey PRIMARY KEY (session_id, invitee_id)
  constraint session_invitees_session_id_fk FOREIGN KEY (session_id) REFERENCES m3307.sessions(matter_id)
  CREATE INDEX session_invitees_member_id_idx ON m3307.session_invitees USING btree (member_id, session_id)
  grant delete, insert, select, update to tongxin_app

table m3307.session_seats
  ticket text not null
  session_id uuid not null
  taken_at timestamp(3) with time zone not null
  given_back_at timestamp(3) with time zone
  attended text
  constraint session_seats_attended_check CHECK ((attended = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint session_seats_pkey PRIMARY KEY (ticket)
  constraint session_seats_session_id_fk FOREIGN KEY (session_id) REFERENCES m3307.sessions(matter_id)
  CREATE INDEX session_seats_session_id_idx ON m3307.session_seats USING btree (session_id, taken_at)
  grant delete, insert, select, update to tongxin_app

table m3307.sessions
  matter_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  platform_id uuid not null
  title text not null
  starts_at timestamp(3) with time zone not null
  ends_at timestamp(3) with time zone not null
  mode text not null
  online_url text
  convenor_id uuid not null
  resident_seats smallint not null
  seats_taken smallint not null default 0
  sequence integer not null default 0
  residents_present smallint
  cancelled_at timestamp(3) with time zone
  cancel_reason text
  changed_at timestamp(3) with time zone not null
  constraint sessions_convenor_id_fk FOREIGN KEY (convenor_id) REFERENCES m3307.members(id)
  constraint sessions_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint sessions_mode_check CHECK ((mode = ANY (ARRAY['onsite'::text, 'online'::text, 'hybrid'::text])))
  constraint sessions_period_check CHECK ((ends_at > starts_at))
  constraint sessions_pkey PRIMARY KEY (matter_id)
  constraint sessions_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint sessions_seats_check CHECK (((seats_taken >= 0) AND (seats_taken <= resident_seats)))
  CREATE INDEX sessions_city_idx ON m3307.sessions USING btree (city_code, starts_at, matter_id)
  CREATE INDEX sessions_county_idx ON m3307.sessions USING btree (county_code, starts_at, matter_id)
  CREATE INDEX sessions_platform_idx ON m3307.sessions USING btree (platform_id, starts_at)
  CREATE INDEX sessions_township_idx ON m3307.sessions USING btree (township_code, starts_at, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.settled_counts
  division_code text not null
  closing_class text not null
  amount integer not null
  constraint settled_counts_closing_class_check CHECK ((closing_class = ANY (ARRAY['solved'::text, 'partly'::text, 'disagreed'::text, 'explained'::text, 'unrated'::text])))
  constraint settled_counts_pkey PRIMARY KEY (division_code, closing_class)
  grant delete, insert, select, update to tongxin_app

table m3307.sign_in_throttle
  key text not null
  tries timestamp(3) with time zone[] not null
  last_try_at timestamp(3) with time zone not null
  constraint sign_in_throttle_pkey PRIMARY KEY (key)
  CREATE INDEX sign_in_throttle_last_try_at_idx ON m3307.sign_in_throttle USING btree (last_try_at)
  grant delete, insert, select, update to tongxin_app

table m3307.sign_ins
  id uuid not null
  account_id uuid not null
  token_hash text not null
  expires_at timestamp(3) with time zone not null
  created_at timestamp(3) with time zone not null
  updated_at timestamp(3) with time zone not null
  constraint sign_ins_account_id_fk FOREIGN KEY (account_id) REFERENCES m3307.accounts(id)
  constraint sign_ins_pkey PRIMARY KEY (id)
  constraint sign_ins_token_hash_key UNIQUE (token_hash)
  CREATE INDEX sign_ins_account_id_idx ON m3307.sign_ins USING btree (account_id)
  CREATE INDEX sign_ins_expires_at_idx ON m3307.sign_ins USING btree (expires_at)
  grant delete, insert, select, update to tongxin_app

table m3307.topics
  matter_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  title text not null
  summary text not null
  source text not null
  session_id uuid
  agenda_no smallint
  constraint topics_agenda_no_check CHECK (((session_id IS NULL) = (agenda_no IS NULL)))
  constraint topics_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint topics_pkey PRIMARY KEY (matter_id)
  constraint topics_session_id_fk FOREIGN KEY (session_id) REFERENCES m3307.matters(id)
  constraint topics_source_check CHECK ((source = ANY (ARRAY['resident'::text, 'member'::text, 'department'::text, 'party'::text])))
  CREATE INDEX topics_session_id_idx ON m3307.topics USING btree (session_id)
  grant delete, insert, select, update to tongxin_app

table m3307.two_factors
  id uuid not null
  account_id uuid not null
  secret text not null
  backup_codes text not null
  verified boolean not null default true
  failed_count integer not null default 0
  locked_until timestamp(3) with time zone
  constraint two_factors_account_id_fk FOREIGN KEY (account_id) REFERENCES m3307.accounts(id)
  constraint two_factors_account_id_key UNIQUE (account_id)
  constraint two_factors_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app

table m3307.verifications
  id uuid not null
  identifier text not null
  value text not null
  expires_at timestamp(3) with time zone not null
  created_at timestamp(3) with time zone not null
  updated_at timestamp(3) with time zone not null
  constraint verifications_pkey PRIMARY KEY (id)
  CREATE INDEX verifications_expires_at_idx ON m3307.verifications USING btree (expires_at)
  CREATE INDEX verifications_identifier_idx ON m3307.verifications USING btree (identifier)
  grant delete, insert, select, update to tongxin_app

table m3307_vault.identities
  matter_id uuid not null
  key_id text not null
  sealed bytea not null
  kept_at timestamp(3) with time zone not null
  constraint identities_pkey PRIMARY KEY (matter_id)
  row level security forced
  policy identities_one for all to public using (COALESCE(((matter_id)::text = NULLIF(current_setting('app.reveal'::text, true), ''::text)), false)) with check (the same)
  grant delete, insert, select, update to tongxin_vault

table m3307_vault.schema_migrations
  id integer not null default nextval('m3307_vault.schema_migrations_id_seq'::regclass)
  hash text not null
  created_at bigint
  constraint schema_migrations_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_vault

table public.calendar_days
  day date not null
  kind text not null
  name text not null
  source text not null
  provisional boolean not null
  constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'working'::text])))
  constraint calendar_days_pkey PRIMARY KEY (day)
  grant delete, insert, select, update to tongxin_app

table public.divisions
  code text not null
  name text not null
  level text not null
  parent_code text
  city_code text
  county_code text
  township_code text
  valid_from date not null
  valid_to date
  succeeded_by text
  constraint divisions_code_check CHECK ((code ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$'::text))
  constraint divisions_level_check CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'village'::text])))
  constraint divisions_parent_code_fk FOREIGN KEY (parent_code) REFERENCES public.divisions(code)
  constraint divisions_pkey PRIMARY KEY (code)
  CREATE INDEX divisions_city_code_idx ON public.divisions USING btree (city_code, level, code)
  CREATE INDEX divisions_parent_code_idx ON public.divisions USING btree (parent_code, code)
  grant delete, insert, select, update to tongxin_app

table public.schema_migrations
  id integer not null default nextval('public.schema_migrations_id_seq'::regclass)
  hash text not null
  created_at bigint
  constraint schema_migrations_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app
