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

table m3307.archive_items
  id uuid not null
  event_id uuid not null
  item_no smallint not null
  kind text not null
  title text not null
  file_id uuid
  body text
  url text
  published boolean not null default false
  added_at timestamp(3) with time zone not null
  added_by uuid
  removed_at timestamp(3) with time zone
  remove_reason text
  constraint archive_items_content_check CHECK (((((kind = 'photo'::text) AND (removed_at IS NULL)) = (file_id IS NOT NULL)) AND ((kind = 'link'::text) = (url IS NOT NULL)) AND ((kind = ANY (ARRAY['text'::text, 'finding'::text])) = (body IS NOT NULL))))
  constraint archive_items_event_id_fk FOREIGN KEY (event_id) REFERENCES m3307.events(matter_id)
  constraint archive_items_event_id_item_no_key UNIQUE (event_id, item_no)
  constraint archive_items_file_id_fk FOREIGN KEY (file_id) REFERENCES m3307.files(id)
  constraint archive_items_file_id_key UNIQUE (file_id)
  constraint archive_items_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'text'::text, 'finding'::text, 'link'::text])))
  constraint archive_items_pkey PRIMARY KEY (id)
  constraint archive_items_removed_check CHECK (((removed_at IS NULL) OR (NOT published)))
  grant delete, insert, select, update to tongxin_app

table m3307.attendances
  event_id uuid not null
  member_id uuid not null
  state text not null
  at timestamp(3) with time zone not null
  received_at timestamp(3) with time zone not null
  how text not null
  recorded_by uuid
  constraint attendances_event_id_fk FOREIGN KEY (event_id) REFERENCES m3307.events(matter_id)
  constraint attendances_how_check CHECK ((how = ANY (ARRAY['scan'::text, 'list'::text, 'paper'::text])))
  constraint attendances_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint attendances_pkey PRIMARY KEY (event_id, member_id)
  constraint attendances_state_check CHECK ((state = ANY (ARRAY['attended'::text, 'absent'::text, 'leave'::text])))
  CREATE INDEX attendances_member_id_idx ON m3307.attendances USING btree (member_id, at, event_id)
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

table m3307.calendar_feeds
  member_id uuid not null
  token_hash text not null
  made_at timestamp(3) with time zone not null
  constraint calendar_feeds_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint calendar_feeds_pkey PRIMARY KEY (member_id)
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash)
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

table m3307.demonstrations
  id uuid not null
  platform_id uuid not null
  state text not null
  sponsor text
  guarantor_organisation_id uuid
  task_force text
  plan text
  nominated_on date not null
  active_on date
  reviewed_on date
  review_due_on date
  review_reason text
  constraint demonstrations_four_check CHECK (((state = ANY (ARRAY['nominated'::text, 'removed'::text])) OR ((sponsor IS NOT NULL) AND (guarantor_organisation_id IS NOT NULL) AND (task_force IS NOT NULL) AND (plan IS NOT NULL) AND (active_on IS NOT NULL) AND (review_due_on IS NOT NULL))))
  constraint demonstrations_guarantor_organisation_id_fk FOREIGN KEY (guarantor_organisation_id) REFERENCES m3307.organisations(id)
  constraint demonstrations_pkey PRIMARY KEY (id)
  constraint demonstrations_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint demonstrations_state_check CHECK ((state = ANY (ARRAY['nominated'::text, 'active'::text, 'kept'::text, 'removed'::text])))
  CREATE UNIQUE INDEX demonstrations_current_key ON m3307.demonstrations USING btree (platform_id) WHERE (state <> 'removed'::text)
  CREATE INDEX demonstrations_platform_id_idx ON m3307.demonstrations USING btree (platform_id)
  grant delete, insert, select, update to tongxin_app

table m3307.event_invitees
  event_id uuid not null
  invitee_id uuid not null
  member_id uuid
  organisation_id uuid
  answer text not null default 'waiting'::text
  answered_at timestamp(3) with time zone
  leaves_asked smallint not null default 0
  decided_at timestamp(3) with time zone
  signed_up boolean not null default false
  constraint event_invitees_answer_check CHECK ((answer = ANY (ARRAY['waiting'::text, 'coming'::text, 'leave_asked'::text, 'leave_granted'::text, 'leave_refused'::text, 'declined'::text])))
  constraint event_invitees_event_id_fk FOREIGN KEY (event_id) REFERENCES m3307.events(matter_id)
  constraint event_invitees_invitee_check CHECK (((num_nonnulls(member_id, organisation_id) = 1) AND (COALESCE(member_id, organisation_id) = invitee_id)))
  constraint event_invitees_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint event_invitees_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint event_invitees_pkey PRIMARY KEY (event_id, invitee_id)
  CREATE INDEX event_invitees_member_id_idx ON m3307.event_invitees USING btree (member_id, event_id)
  CREATE INDEX event_invitees_organisation_id_idx ON m3307.event_invitees USING btree (organisation_id, event_id) WHERE (organisation_id IS NOT NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.event_kinds
  id uuid not null
  organisation_id uuid
  category text not null
  name text not null
  active boolean not null default true
  added_at timestamp(3) with time zone
  added_by uuid
  retired_at timestamp(3) with time zone
  retired_by uuid
  constraint event_kinds_category_check CHECK ((category = ANY (ARRAY['plenary'::text, 'standing_committee'::text, 'session'::text, 'lecture'::text, 'sector_discussion'::text, 'study'::text, 'inspection'::text, 'research'::text, 'oversight'::text, 'training'::text, 'outreach'::text, 'visit'::text, 'kinship'::text, 'reception'::text, 'other'::text])))
  constraint event_kinds_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint event_kinds_organisation_id_name_key UNIQUE NULLS NOT DISTINCT (organisation_id, name)
  constraint event_kinds_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app

table m3307.event_sites
  event_id uuid not null
  platform_id uuid not null
  constraint event_sites_event_id_fk FOREIGN KEY (event_id) REFERENCES m3307.events(matter_id)
  constraint event_sites_pkey PRIMARY KEY (event_id, platform_id)
  constraint event_sites_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  CREATE INDEX event_sites_platform_idx ON m3307.event_sites USING btree (platform_id, event_id)
  grant delete, insert, select, update to tongxin_app

table m3307.events
  matter_id uuid not null
  kind_id uuid
  category text not null
  title text not null
  summary text
  city_code text not null
  county_code text
  township_code text
  platform_id uuid
  place_words text
  mode text not null
  online_url text
  starts_at timestamp(3) with time zone not null
  ends_at timestamp(3) with time zone not null
  answer_by timestamp(3) with time zone
  must_attend boolean not null
  sign_up text not null
  capacity integer
  places_taken integer not null default 0
  parent_event_id uuid
  others_present integer
  sequence integer not null default 0
  published_at timestamp(3) with time zone
  cancelled_at timestamp(3) with time zone
  cancel_reason text
  changed_at timestamp(3) with time zone not null
  speaker text
  group_id uuid
  constraint events_capacity_check CHECK (((places_taken >= 0) AND ((capacity IS NULL) OR (places_taken <= capacity))))
  constraint events_category_check CHECK ((category = ANY (ARRAY['plenary'::text, 'standing_committee'::text, 'session'::text, 'lecture'::text, 'sector_discussion'::text, 'study'::text, 'inspection'::text, 'research'::text, 'oversight'::text, 'training'::text, 'outreach'::text, 'visit'::text, 'kinship'::text, 'reception'::text, 'other'::text])))
  constraint events_group_id_fk FOREIGN KEY (group_id) REFERENCES m3307.groups(id)
  constraint events_kind_id_fk FOREIGN KEY (kind_id) REFERENCES m3307.event_kinds(id)
  constraint events_levels_check CHECK (((township_code IS NULL) OR (county_code IS NOT NULL)))
  constraint events_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint events_mode_check CHECK ((mode = ANY (ARRAY['onsite'::text, 'online'::text, 'hybrid'::text])))
  constraint events_parent_event_id_fk FOREIGN KEY (parent_event_id) REFERENCES m3307.events(matter_id)
  constraint events_period_check CHECK ((ends_at > starts_at))
  constraint events_pkey PRIMARY KEY (matter_id)
  constraint events_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint events_sign_up_check CHECK ((sign_up = ANY (ARRAY['invited'::text, 'members'::text, 'public'::text])))
  CREATE INDEX events_category_idx ON m3307.events USING btree (category, starts_at, matter_id)
  CREATE INDEX events_city_idx ON m3307.events USING btree (city_code, starts_at, matter_id, ends_at)
  CREATE INDEX events_county_idx ON m3307.events USING btree (county_code, starts_at, matter_id, ends_at)
  CREATE INDEX events_drafts_idx ON m3307.events USING btree (starts_at, matter_id) WHERE ((published_at IS NULL) AND (cancelled_at IS NULL))
  CREATE INDEX events_group_idx ON m3307.events USING btree (group_id, category, starts_at, matter_id)
  CREATE INDEX events_kind_idx ON m3307.events USING btree (kind_id, starts_at, matter_id)
  CREATE INDEX events_parent_idx ON m3307.events USING btree (parent_event_id)
  CREATE INDEX events_platform_idx ON m3307.events USING btree (platform_id, starts_at, matter_id, ends_at)
  CREATE INDEX events_township_idx ON m3307.events USING btree (township_code, starts_at, matter_id, ends_at)
  grant delete, insert, select, update to tongxin_app

table m3307.expert_requests
  matter_id uuid not null
  city_code text not null
  county_code text
  township_code text
  asked_at timestamp(3) with time zone not null
  field text not null
  purpose text not null
  wished_on date not null
  about_id uuid
  person_id uuid
  member_id uuid
  visit_on date
  advice text
  advised_at timestamp(3) with time zone
  used text
  use_words text
  thanks text
  constraint expert_requests_about_id_fk FOREIGN KEY (about_id) REFERENCES m3307.matters(id)
  constraint expert_requests_advice_check CHECK (((advice IS NULL) = (advised_at IS NULL)))
  constraint expert_requests_levels_check CHECK (((township_code IS NULL) OR (county_code IS NOT NULL)))
  constraint expert_requests_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint expert_requests_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint expert_requests_person_check CHECK (((member_id IS NULL) OR (person_id IS NOT NULL)))
  constraint expert_requests_person_id_fk FOREIGN KEY (person_id) REFERENCES m3307.expert_team_members(id)
  constraint expert_requests_pkey PRIMARY KEY (matter_id)
  constraint expert_requests_used_check CHECK ((used = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
  CREATE INDEX expert_requests_about_idx ON m3307.expert_requests USING btree (about_id)
  CREATE INDEX expert_requests_city_idx ON m3307.expert_requests USING btree (city_code, asked_at, matter_id)
  CREATE INDEX expert_requests_county_idx ON m3307.expert_requests USING btree (county_code, asked_at, matter_id)
  CREATE INDEX expert_requests_member_idx ON m3307.expert_requests USING btree (member_id, asked_at, matter_id)
  CREATE INDEX expert_requests_township_idx ON m3307.expert_requests USING btree (township_code, asked_at, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.expert_team_journal
  id uuid not null
  at timestamp(3) with time zone not null
  action text not null
  team_id uuid not null
  actor_id uuid
  facts jsonb not null
  constraint expert_team_journal_action_check CHECK ((action = ANY (ARRAY['made'::text, 'joined'::text, 'left'::text, 'led'::text, 'ended'::text])))
  constraint expert_team_journal_pkey PRIMARY KEY (id)
  CREATE INDEX expert_team_journal_team_id_idx ON m3307.expert_team_journal USING btree (team_id, at, id)
  grant insert, select to tongxin_app
  comment 'append-only: what was done to teams of experts'

table m3307.expert_team_members
  id uuid not null
  team_id uuid not null
  member_id uuid
  name text
  post text
  is_lead boolean not null
  from_on date not null
  to_on date
  constraint expert_team_members_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint expert_team_members_pkey PRIMARY KEY (id)
  constraint expert_team_members_post_check CHECK (((name IS NULL) = (post IS NULL)))
  constraint expert_team_members_team_id_fk FOREIGN KEY (team_id) REFERENCES m3307.expert_teams(id)
  constraint expert_team_members_who_check CHECK (((member_id IS NULL) = (name IS NOT NULL)))
  CREATE UNIQUE INDEX expert_team_members_lead_key ON m3307.expert_team_members USING btree (team_id) WHERE (is_lead AND (to_on IS NULL))
  CREATE INDEX expert_team_members_member_id_idx ON m3307.expert_team_members USING btree (member_id)
  CREATE UNIQUE INDEX expert_team_members_team_id_member_id_key ON m3307.expert_team_members USING btree (team_id, member_id) WHERE (to_on IS NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.expert_teams
  id uuid not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  name text not null
  field text not null
  from_on date not null
  to_on date
  constraint expert_teams_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint expert_teams_pkey PRIMARY KEY (id)
  CREATE INDEX expert_teams_city_idx ON m3307.expert_teams USING btree (city_code, name, id)
  CREATE INDEX expert_teams_county_idx ON m3307.expert_teams USING btree (county_code, name, id)
  CREATE UNIQUE INDEX expert_teams_place_name_key ON m3307.expert_teams USING btree (COALESCE(county_code, city_code), name) WHERE (to_on IS NULL)
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
  subject_id uuid
  constraint files_attached_check CHECK ((((matter_id IS NULL) AND (subject_id IS NULL)) = (attached_at IS NULL)))
  constraint files_kind_check CHECK ((kind = 'photo'::text))
  constraint files_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint files_name_key UNIQUE (name)
  constraint files_pkey PRIMARY KEY (id)
  constraint files_published_check CHECK (((attached_at IS NOT NULL) OR (NOT published)))
  constraint files_subject_check CHECK (((matter_id IS NULL) OR (subject_id IS NULL)))
  CREATE INDEX files_matter_id_idx ON m3307.files USING btree (matter_id)
  CREATE INDEX files_subject_id_idx ON m3307.files USING btree (subject_id) WHERE (subject_id IS NOT NULL)
  CREATE INDEX files_unattached_idx ON m3307.files USING btree (uploaded_at) WHERE (attached_at IS NULL)
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
  constraint grants_role_check CHECK ((role = ANY (ARRAY['host'::text, 'county_office'::text, 'city_office'::text, 'department_clerk'::text, 'contact_person'::text, 'member'::text, 'auditor'::text, 'operator'::text])))
  constraint grants_scope_check CHECK ((num_nonnulls(division_code, organisation_id, matter_id) >= 1))
  constraint grants_valid_to_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  CREATE INDEX grants_account_id_idx ON m3307.grants USING btree (account_id, valid_from)
  CREATE INDEX grants_division_code_idx ON m3307.grants USING btree (division_code, role)
  CREATE INDEX grants_organisation_id_idx ON m3307.grants USING btree (organisation_id, role)
  grant delete, insert, select, update to tongxin_app

table m3307.group_members
  id uuid not null
  group_id uuid not null
  member_id uuid not null
  from_on date not null
  to_on date
  constraint group_members_group_id_fk FOREIGN KEY (group_id) REFERENCES m3307.groups(id)
  constraint group_members_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint group_members_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX group_members_group_id_member_id_key ON m3307.group_members USING btree (group_id, member_id) WHERE (to_on IS NULL)
  CREATE INDEX group_members_member_id_idx ON m3307.group_members USING btree (member_id)
  grant delete, insert, select, update to tongxin_app

table m3307.group_minimums
  organisation_id uuid not null
  year smallint not null
  category text not null
  amount smallint not null
  group_id uuid
  constraint group_minimums_amount_check CHECK (((amount > 0) OR ((amount = 0) AND (group_id IS NOT NULL))))
  constraint group_minimums_category_check CHECK ((category = ANY (ARRAY['plenary'::text, 'standing_committee'::text, 'session'::text, 'lecture'::text, 'sector_discussion'::text, 'study'::text, 'inspection'::text, 'research'::text, 'oversight'::text, 'training'::text, 'outreach'::text, 'visit'::text, 'kinship'::text, 'reception'::text, 'other'::text])))
  constraint group_minimums_group_id_fk FOREIGN KEY (group_id) REFERENCES m3307.groups(id)
  constraint group_minimums_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint group_minimums_organisation_id_year_category_group_id_key UNIQUE NULLS NOT DISTINCT (organisation_id, year, category, group_id)
  grant delete, insert, select, update to tongxin_app

table m3307.groups
  id uuid not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  kind text not null
  name text not null
  sector_code text
  convenor_member_id uuid
  from_on date not null
  to_on date
  constraint groups_convenor_member_id_fk FOREIGN KEY (convenor_member_id) REFERENCES m3307.members(id)
  constraint groups_kind_check CHECK ((kind = ANY (ARRAY['sector'::text, 'ground'::text, 'study'::text, 'interest'::text, 'party'::text])))
  constraint groups_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint groups_pkey PRIMARY KEY (id)
  constraint groups_sector_code_check CHECK (((kind = 'sector'::text) = (sector_code IS NOT NULL)))
  constraint groups_sector_code_fk FOREIGN KEY (sector_code) REFERENCES m3307.sectors(code)
  CREATE INDEX groups_city_idx ON m3307.groups USING btree (city_code, name, id)
  CREATE INDEX groups_county_idx ON m3307.groups USING btree (county_code, name, id)
  CREATE UNIQUE INDEX groups_place_name_key ON m3307.groups USING btree (COALESCE(county_code, city_code), name) WHERE (to_on IS NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.idempotency_keys
  key text not null
  fingerprint text not null
  answer jsonb
  created_at timestamp(3) with time zone not null
  constraint idempotency_keys_pkey PRIMARY KEY (key)
  CREATE INDEX idempotency_keys_created_at_idx ON m3307.idempotency_keys USING btree (created_at)
  grant delete, insert, select, update to tongxin_app

table m3307.import_findings
  id uuid not null
  import_id uuid not null
  row_no integer not null
  column_key text
  code text not null
  facts jsonb not null
  constraint import_findings_import_id_fk FOREIGN KEY (import_id) REFERENCES m3307.imports(id)
  constraint import_findings_pkey PRIMARY KEY (id)
  CREATE INDEX import_findings_import_id_idx ON m3307.import_findings USING btree (import_id, row_no, id)
  grant delete, insert, select, update to tongxin_app

table m3307.imports
  id uuid not null
  kind text not null
  division_code text not null
  sha256 text not null
  stored_name text not null
  file_name text not null
  state text not null
  role text
  actor_id uuid
  sent_at timestamp(3) with time zone not null
  ended_at timestamp(3) with time zone
  rows integer
  rows_done integer not null default 0
  added integer not null default 0
  changed integer not null default 0
  same integer not null default 0
  refused_rows integer not null default 0
  refusal text
  refusal_place text
  latest boolean not null default true
  constraint imports_kind_check CHECK ((kind = ANY (ARRAY['members'::text, 'organisations'::text])))
  constraint imports_pkey PRIMARY KEY (id)
  constraint imports_state_check CHECK ((state = ANY (ARRAY['arriving'::text, 'waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'stopped'::text])))
  CREATE INDEX imports_division_code_idx ON m3307.imports USING btree (division_code, kind, sent_at, id)
  CREATE UNIQUE INDEX imports_latest_key ON m3307.imports USING btree (kind, division_code, sha256) WHERE latest
  CREATE INDEX imports_unended_idx ON m3307.imports USING btree (sent_at) WHERE (ended_at IS NULL)
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
  contact_person_id uuid
  constraint issues_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'desk'::text, 'phone'::text, 'code'::text, 'paper'::text, 'member'::text])))
  constraint issues_closing_class_check CHECK ((closing_class = ANY (ARRAY['solved'::text, 'partly'::text, 'disagreed'::text, 'explained'::text, 'unrated'::text])))
  constraint issues_diverted_to_check CHECK ((diverted_to = ANY (ARRAY['emergency'::text, 'hotline'::text, 'petition'::text, 'discipline'::text, 'court'::text])))
  constraint issues_extensions_check CHECK (((extensions >= 0) AND (extensions <= 1)))
  constraint issues_handling_days_check CHECK ((handling_days = ANY (ARRAY[3, 10])))
  constraint issues_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint issues_pkey PRIMARY KEY (matter_id)
  constraint issues_reopened_check CHECK (((reopened >= 0) AND (reopened <= 1)))
  constraint issues_reply_class_check CHECK ((reply_class = ANY (ARRAY['solved'::text, 'being_solved'::text, 'planned'::text, 'cannot'::text])))
  CREATE INDEX issues_contact_person_idx ON m3307.issues USING btree (contact_person_id, opened_at, matter_id) WHERE (contact_person_id IS NOT NULL)
  row level security forced
  policy issues_brought_in for select to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY[('contact:'::text || contact_person_id)]), false)) with check (the same)
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
  county_code text
  township_code text
  constraint journal_actor_check CHECK (((actor_kind = 'account'::text) = (account_id IS NOT NULL)))
  constraint journal_levels_check CHECK (((township_code IS NULL) OR (county_code IS NOT NULL)))
  constraint journal_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint journal_pkey PRIMARY KEY (matter_id, seq)
  constraint journal_position_key UNIQUE ("position")
  CREATE INDEX journal_city_idx ON m3307.journal USING btree (city_code, kind, move, at, matter_id)
  CREATE INDEX journal_county_idx ON m3307.journal USING btree (county_code, kind, move, at, matter_id)
  CREATE INDEX journal_member_idx ON m3307.journal USING btree (account_id, at, matter_id) WHERE ((role = 'member'::text) AND (move = 'open'::text))
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

table m3307.lead_follow_ups
  lead_id uuid not null
  seq smallint not null
  on_day date not null
  what text not null
  next_on date
  at timestamp(3) with time zone not null
  constraint lead_follow_ups_lead_id_fk FOREIGN KEY (lead_id) REFERENCES m3307.leads(matter_id)
  constraint lead_follow_ups_pkey PRIMARY KEY (lead_id, seq)
  grant delete, insert, select, update to tongxin_app

table m3307.leads
  matter_id uuid not null
  event_id uuid not null
  subject text not null
  organisation text not null
  what text not null
  contact_post text
  last_on date not null
  next_on date
  constraint leads_event_id_fk FOREIGN KEY (event_id) REFERENCES m3307.events(matter_id)
  constraint leads_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint leads_pkey PRIMARY KEY (matter_id)
  constraint leads_subject_check CHECK ((subject = ANY (ARRAY['talent'::text, 'investment'::text, 'other'::text])))
  CREATE INDEX leads_event_idx ON m3307.leads USING btree (event_id, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.leave_reasons
  event_id uuid not null
  member_id uuid not null
  ask_no smallint not null
  account_id uuid not null
  office_code text not null
  reason text not null
  asked_at timestamp(3) with time zone not null
  constraint leave_reasons_event_id_fk FOREIGN KEY (event_id) REFERENCES m3307.events(matter_id)
  constraint leave_reasons_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint leave_reasons_pkey PRIMARY KEY (event_id, member_id, ask_no)
  row level security forced
  policy leave_reasons_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, office_code, ('account:'::text || account_id)]), false)) with check (the same)
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
  constraint links_kind_check CHECK ((kind = ANY (ARRAY['taken_into'::text, 'merged_into'::text, 'talked_at'::text, 'outcome_of'::text, 'answers'::text, 'reopened_as'::text, 'part_of'::text, 'advice_for'::text])))
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
  county_code text
  township_code text
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
  constraint matters_ground_check CHECK (((kind = ANY (ARRAY['event'::text, 'turn'::text, 'expert_request'::text, 'member_visit'::text, 'record_objection'::text, 'lead'::text, 'village_order'::text])) OR (township_code IS NOT NULL)))
  constraint matters_handler_unit_id_fk FOREIGN KEY (handler_unit_id) REFERENCES m3307.organisations(id)
  constraint matters_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'topic'::text, 'session'::text, 'outcome_line'::text, 'event'::text, 'turn'::text, 'expert_request'::text, 'member_visit'::text, 'record_objection'::text, 'lead'::text, 'village_order'::text])))
  constraint matters_levels_check CHECK ((((township_code IS NULL) OR (county_code IS NOT NULL)) AND ((village_code IS NULL) OR (township_code IS NOT NULL))))
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

table m3307.member_journal
  id uuid not null
  at timestamp(3) with time zone not null
  action text not null
  member_id uuid
  group_id uuid
  organisation_id uuid
  actor_id uuid
  reason text
  facts jsonb not null
  constraint member_journal_action_check CHECK ((action = ANY (ARRAY['entered'::text, 'changed'::text, 'membership_added'::text, 'membership_changed'::text, 'membership_ended'::text, 'account_linked'::text, 'code_renewed'::text, 'particulars_saved'::text, 'village_given'::text, 'village_taken'::text, 'group_created'::text, 'group_changed'::text, 'group_ended'::text, 'group_joined'::text, 'group_left'::text, 'minimum_set'::text])))
  constraint member_journal_pkey PRIMARY KEY (id)
  CREATE INDEX member_journal_group_id_idx ON m3307.member_journal USING btree (group_id, at, id)
  CREATE INDEX member_journal_member_id_idx ON m3307.member_journal USING btree (member_id, at, id)
  grant insert, select to tongxin_app
  comment 'append-only: what was done to members, groups and villages'

table m3307.member_particulars
  member_id uuid not null
  sex text
  birth_year smallint
  party_affiliation text
  account_id uuid
  doors text[] not null
  constraint member_particulars_birth_year_check CHECK (((birth_year >= 1900) AND (birth_year <= 2100)))
  constraint member_particulars_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint member_particulars_party_affiliation_check CHECK ((party_affiliation = ANY (ARRAY['cpc'::text, 'minge'::text, 'minmeng'::text, 'minjian'::text, 'minjin'::text, 'nonggong'::text, 'zhigong'::text, 'jiusan'::text, 'taimeng'::text, 'none'::text])))
  constraint member_particulars_pkey PRIMARY KEY (member_id)
  constraint member_particulars_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text])))
  row level security forced
  policy member_particulars_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && (ARRAY['system'::text, ('account:'::text || account_id)] || doors)), false)) with check (the same)
  grant delete, insert, select, update to tongxin_app

table m3307.member_visits
  matter_id uuid not null
  member_id uuid not null
  city_code text not null
  county_code text
  visit_on date not null
  visited_on date
  visitors text not null
  constraint member_visits_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint member_visits_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint member_visits_pkey PRIMARY KEY (matter_id)
  CREATE INDEX member_visits_city_idx ON m3307.member_visits USING btree (city_code, visit_on, matter_id)
  CREATE INDEX member_visits_county_idx ON m3307.member_visits USING btree (county_code, visit_on, matter_id)
  CREATE INDEX member_visits_member_idx ON m3307.member_visits USING btree (member_id, visit_on, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.members
  id uuid not null
  name text not null
  account_id uuid
  active boolean not null default true
  duty_title text
  intake_code text not null
  door_code text not null
  constraint members_account_id_key UNIQUE (account_id)
  constraint members_door_code_key UNIQUE (door_code)
  constraint members_intake_code_key UNIQUE (intake_code)
  constraint members_pkey PRIMARY KEY (id)
  CREATE INDEX members_name_idx ON m3307.members USING btree (name COLLATE "zh-Hans-CN-x-icu", id)
  grant delete, insert, select, update to tongxin_app

table m3307.memberships
  id uuid not null
  member_id uuid not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  term_no smallint
  sector_code text
  sector_words text
  is_standing boolean not null default false
  joined_on date
  left_on date
  place_code text not null default COALESCE(county_code, city_code)
  name text not null default ''::text
  placed boolean not null default false
  constraint memberships_city_code_fk FOREIGN KEY (city_code) REFERENCES public.divisions(code)
  constraint memberships_county_code_fk FOREIGN KEY (county_code) REFERENCES public.divisions(code)
  constraint memberships_left_on_check CHECK (((left_on IS NULL) OR (left_on >= joined_on)))
  constraint memberships_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint memberships_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint memberships_pkey PRIMARY KEY (id)
  constraint memberships_sector_code_fk FOREIGN KEY (sector_code) REFERENCES m3307.sectors(code)
  CREATE INDEX memberships_city_gap_idx ON m3307.memberships USING btree (city_code, name COLLATE "zh-Hans-CN-x-icu", member_id) WHERE ((left_on IS NULL) AND (NOT placed))
  CREATE INDEX memberships_city_name_idx ON m3307.memberships USING btree (city_code, name COLLATE "zh-Hans-CN-x-icu", member_id) WHERE (left_on IS NULL)
  CREATE INDEX memberships_city_sector_idx ON m3307.memberships USING btree (city_code, sector_code, name COLLATE "zh-Hans-CN-x-icu", member_id) WHERE (left_on IS NULL)
  CREATE INDEX memberships_member_id_idx ON m3307.memberships USING btree (member_id)
  CREATE UNIQUE INDEX memberships_member_id_place_key ON m3307.memberships USING btree (member_id, place_code) WHERE (left_on IS NULL)
  CREATE INDEX memberships_place_gap_idx ON m3307.memberships USING btree (place_code, name COLLATE "zh-Hans-CN-x-icu", member_id) WHERE ((left_on IS NULL) AND (NOT placed))
  CREATE INDEX memberships_place_name_idx ON m3307.memberships USING btree (place_code, name COLLATE "zh-Hans-CN-x-icu", member_id) WHERE (left_on IS NULL)
  CREATE INDEX memberships_place_sector_idx ON m3307.memberships USING btree (place_code, sector_code, name COLLATE "zh-Hans-CN-x-icu", member_id) WHERE (left_on IS NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.methods
  division_code text not null
  version smallint not null
  brand text not null
  lead text not null
  fixed_seats jsonb not null
  steps jsonb not null
  saved_at timestamp(3) with time zone not null
  saved_by uuid not null
  constraint methods_division_code_fk FOREIGN KEY (division_code) REFERENCES public.divisions(code)
  constraint methods_pkey PRIMARY KEY (division_code, version)
  constraint methods_version_check CHECK ((version > 0))
  grant insert, select to tongxin_app
  comment 'append-only: how committees talk things over; a change is a further version'

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
  unit_id uuid
  event text not null
  at timestamp(3) with time zone not null
  seen_at timestamp(3) with time zone
  account_id uuid
  constraint notices_event_check CHECK ((event = ANY (ARRAY['turn'::text, 'reminded'::text, 'escalated'::text, 'unstaffed'::text, 'asked'::text, 'moved'::text, 'called_off'::text])))
  constraint notices_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint notices_pkey PRIMARY KEY (id)
  constraint notices_recipient_check CHECK ((num_nonnulls(unit_id, account_id) = 1))
  constraint notices_unit_id_fk FOREIGN KEY (unit_id) REFERENCES m3307.organisations(id)
  CREATE INDEX notices_account_idx ON m3307.notices USING btree (account_id, at, id) WHERE (account_id IS NOT NULL)
  CREATE INDEX notices_unit_idx ON m3307.notices USING btree (unit_id, at, id)
  grant delete, insert, select, update to tongxin_app

table m3307.number_series
  organ text not null
  year smallint not null
  kind text not null
  last integer not null
  constraint number_series_pkey PRIMARY KEY (organ, year, kind)
  grant delete, insert, select, update to tongxin_app

table m3307.organisation_journal
  id uuid not null
  organisation_id uuid not null
  at timestamp(3) with time zone not null
  action text not null
  actor_id uuid
  facts jsonb not null
  constraint organisation_journal_action_check CHECK ((action = ANY (ARRAY['created'::text, 'renamed'::text, 'post_saved'::text, 'post_ended'::text, 'term_saved'::text, 'session_saved'::text])))
  constraint organisation_journal_pkey PRIMARY KEY (id)
  CREATE INDEX organisation_journal_organisation_id_idx ON m3307.organisation_journal USING btree (organisation_id, at, id)
  grant insert, select to tongxin_app
  comment 'append-only: what was done to units, posts and terms'

table m3307.organisations
  id uuid not null
  kind text not null
  name text not null
  parent_id uuid
  division_code text not null
  constraint organisations_division_code_fk FOREIGN KEY (division_code) REFERENCES public.divisions(code)
  constraint organisations_division_code_kind_name_key UNIQUE (division_code, kind, name)
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['committee'::text, 'city_office'::text, 'county_office'::text, 'research_office'::text, 'members_affairs'::text, 'special_committee'::text, 'participating_unit'::text, 'township_group'::text, 'department'::text])))
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

table m3307.outreach_offers
  id uuid not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  service text not null
  title text not null
  what text not null
  team text not null
  added_at timestamp(3) with time zone not null
  added_by uuid
  ended_at timestamp(3) with time zone
  ended_by uuid
  constraint outreach_offers_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint outreach_offers_pkey PRIMARY KEY (id)
  constraint outreach_offers_service_check CHECK ((service = ANY (ARRAY['culture'::text, 'health'::text, 'science'::text, 'education'::text, 'law'::text, 'sport'::text])))
  CREATE UNIQUE INDEX outreach_offers_organisation_id_title_key ON m3307.outreach_offers USING btree (organisation_id, title) WHERE (ended_at IS NULL)
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

table m3307.placements
  id uuid not null
  member_id uuid not null
  platform_id uuid not null
  city_code text not null
  county_code text
  township_code text
  village_code text
  from_on date not null
  to_on date
  reason text not null
  end_reason text
  constraint placements_end_check CHECK (((to_on IS NULL) = (end_reason IS NULL)))
  constraint placements_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint placements_period_check CHECK (((to_on IS NULL) OR (to_on >= from_on)))
  constraint placements_pkey PRIMARY KEY (id)
  constraint placements_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  CREATE INDEX placements_city_idx ON m3307.placements USING btree (city_code) WHERE (to_on IS NULL)
  CREATE INDEX placements_county_idx ON m3307.placements USING btree (county_code) WHERE (to_on IS NULL)
  CREATE UNIQUE INDEX placements_current_key ON m3307.placements USING btree (member_id) WHERE (to_on IS NULL)
  CREATE INDEX placements_member_id_idx ON m3307.placements USING btree (member_id, from_on)
  CREATE INDEX placements_platform_id_idx ON m3307.placements USING btree (platform_id)
  CREATE INDEX placements_township_idx ON m3307.placements USING btree (township_code) WHERE (to_on IS NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.platform_history
  id uuid not null
  platform_id uuid not null
  at timestamp(3) with time zone not null
  action text not null
  actor_id uuid
  reason text
  facts jsonb not null
  constraint platform_history_action_check CHECK ((action = ANY (ARRAY['added'::text, 'edited'::text, 'role_added'::text, 'role_ended'::text, 'member_placed'::text, 'member_left'::text, 'nominated'::text, 'demonstration_saved'::text, 'demonstration_active'::text, 'demonstration_kept'::text, 'demonstration_removed'::text, 'rota_made'::text, 'rota_published'::text, 'rota_ended'::text, 'closed'::text, 'reopened'::text])))
  constraint platform_history_pkey PRIMARY KEY (id)
  CREATE INDEX platform_history_platform_id_idx ON m3307.platform_history USING btree (platform_id, at, id)
  grant insert, select to tongxin_app
  comment 'append-only: what was done to a site, by whom and why'

table m3307.platform_roles
  id uuid not null
  platform_id uuid not null
  role text not null
  plaque_name text not null
  since_on date
  until_on date
  constraint platform_roles_pkey PRIMARY KEY (id)
  constraint platform_roles_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint platform_roles_role_check CHECK ((role = ANY (ARRAY['hall'::text, 'studio'::text, 'contact_point'::text, 'parlour'::text, 'committee_window'::text, 'county_window'::text, 'liaison_station'::text, 'work_station'::text, 'deliberation_room'::text, 'activity_centre'::text, 'sector_station'::text, 'community_station'::text, 'bookroom'::text, 'service_station'::text, 'monitoring_point'::text])))
  CREATE UNIQUE INDEX platform_roles_current_key ON m3307.platform_roles USING btree (platform_id, role) WHERE (until_on IS NULL)
  CREATE INDEX platform_roles_platform_id_idx ON m3307.platform_roles USING btree (platform_id)
  grant delete, insert, select, update to tongxin_app

table m3307.platforms
  id uuid not null
  name text not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  township_code text
  address text not null
  seats smallint not null
  open_hours text
  village_code text
  place_code text not null default COALESCE(village_code, township_code, county_code, city_code)
  hours jsonb not null default '{"week": [], "exceptions": [], "closesOnHolidays": true}'::jsonb
  services text[] not null default '{}'::text[]
  lead_post text
  authority_document text
  rules text
  photo_id uuid
  version integer not null default 1
  closed_on date
  closed_reason text
  constraint platforms_closed_check CHECK (((closed_on IS NULL) = (closed_reason IS NULL)))
  constraint platforms_levels_check CHECK ((((county_code IS NOT NULL) OR (township_code IS NULL)) AND ((township_code IS NOT NULL) OR (village_code IS NULL))))
  constraint platforms_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint platforms_photo_id_fk FOREIGN KEY (photo_id) REFERENCES m3307.files(id)
  constraint platforms_pkey PRIMARY KEY (id)
  constraint platforms_place_code_fk FOREIGN KEY (place_code) REFERENCES public.divisions(code)
  constraint platforms_seats_check CHECK ((seats >= 0))
  CREATE INDEX platforms_city_idx ON m3307.platforms USING btree (city_code, place_code, name, id)
  CREATE INDEX platforms_county_idx ON m3307.platforms USING btree (county_code, place_code, name, id)
  CREATE INDEX platforms_township_idx ON m3307.platforms USING btree (township_code, place_code, name, id)
  CREATE INDEX platforms_village_idx ON m3307.platforms USING btree (village_code, name, id)
  grant delete, insert, select, update to tongxin_app

table m3307.posts
  id uuid not null
  organisation_id uuid not null
  title text not null
  holder_name text
  place_no smallint not null
  valid_from date not null
  valid_to date
  constraint posts_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint posts_pkey PRIMARY KEY (id)
  constraint posts_valid_to_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
  CREATE INDEX posts_organisation_id_idx ON m3307.posts USING btree (organisation_id, place_no, id)
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

table m3307.receptions
  id uuid not null
  turn_id uuid not null
  issue_id uuid
  about text
  said text
  at timestamp(3) with time zone not null
  received_at timestamp(3) with time zone not null
  recorded_by uuid not null
  constraint receptions_issue_id_fk FOREIGN KEY (issue_id) REFERENCES m3307.matters(id)
  constraint receptions_pkey PRIMARY KEY (id)
  constraint receptions_turn_id_fk FOREIGN KEY (turn_id) REFERENCES m3307.turns(matter_id)
  constraint receptions_what_check CHECK (((issue_id IS NULL) = (about IS NOT NULL)))
  CREATE INDEX receptions_issue_idx ON m3307.receptions USING btree (issue_id)
  CREATE INDEX receptions_turn_idx ON m3307.receptions USING btree (turn_id, at, id)
  grant delete, insert, select, update to tongxin_app

table m3307.record_objections
  matter_id uuid not null
  member_id uuid not null
  about_id uuid not null
  words text not null
  raised_at timestamp(3) with time zone not null
  answer text
  answered_at timestamp(3) with time zone
  constraint record_objections_about_id_fk FOREIGN KEY (about_id) REFERENCES m3307.matters(id)
  constraint record_objections_answer_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
  constraint record_objections_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint record_objections_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint record_objections_pkey PRIMARY KEY (matter_id)
  CREATE INDEX record_objections_member_idx ON m3307.record_objections USING btree (member_id, about_id, raised_at)
  CREATE UNIQUE INDEX record_objections_open_key ON m3307.record_objections USING btree (member_id, about_id) WHERE (answered_at IS NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.research_notes
  id uuid not null
  topic_id uuid not null
  on_day date not null
  way text not null
  words text not null
  at timestamp(3) with time zone not null
  constraint research_notes_pkey PRIMARY KEY (id)
  constraint research_notes_topic_id_fk FOREIGN KEY (topic_id) REFERENCES m3307.topics(matter_id)
  constraint research_notes_way_check CHECK ((way = ANY (ARRAY['visit'::text, 'study'::text, 'experts'::text])))
  CREATE INDEX research_notes_topic_id_idx ON m3307.research_notes USING btree (topic_id, on_day, id)
  grant insert, select to tongxin_app
  comment 'append-only: what was looked into before a topic was talked over'

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

table m3307.rota_members
  rota_id uuid not null
  member_id uuid not null
  order_no smallint not null
  away jsonb not null
  constraint rota_members_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint rota_members_pkey PRIMARY KEY (rota_id, member_id)
  constraint rota_members_rota_id_fk FOREIGN KEY (rota_id) REFERENCES m3307.rotas(id)
  grant delete, insert, select, update to tongxin_app

table m3307.rotas
  id uuid not null
  platform_id uuid not null
  organisation_id uuid not null
  city_code text not null
  county_code text
  township_code text
  village_code text
  pattern jsonb not null
  on_holiday text not null
  from_on date not null
  until_on date not null
  start_time text not null
  end_time text not null
  per_turn smallint not null
  made_at timestamp(3) with time zone not null
  published_at timestamp(3) with time zone
  constraint rotas_on_holiday_check CHECK ((on_holiday = ANY (ARRAY['next_working_day'::text, 'leave_out'::text, 'keep'::text])))
  constraint rotas_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint rotas_per_turn_check CHECK (((per_turn >= 1) AND (per_turn <= 6)))
  constraint rotas_pkey PRIMARY KEY (id)
  constraint rotas_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint rotas_span_check CHECK ((from_on <= until_on))
  CREATE INDEX rotas_platform_idx ON m3307.rotas USING btree (platform_id, from_on, id)
  grant delete, insert, select, update to tongxin_app

table m3307.schema_migrations
  id integer not null default nextval('m3307.schema_migrations_id_seq'::regclass)
  hash text not null
  created_at bigint
  constraint schema_migrations_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to tongxin_app

table m3307.sectors
  code text not null
  name_zh text not null
  name_en text not null
  valid_from date not null
  valid_to date
  constraint sectors_code_check CHECK ((code ~ '^[0-9]{2}$'::text))
  constraint sectors_pkey PRIMARY KEY (code)
  constraint sectors_valid_to_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
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
  method_of text
  method_version smallint
  fixed_seats_filled jsonb
  constraint sessions_convenor_id_fk FOREIGN KEY (convenor_id) REFERENCES m3307.members(id)
  constraint sessions_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint sessions_method_check CHECK (((method_of IS NULL) = (method_version IS NULL)))
  constraint sessions_method_fk FOREIGN KEY (method_of, method_version) REFERENCES m3307.methods(division_code, version)
  constraint sessions_mode_check CHECK ((mode = ANY (ARRAY['onsite'::text, 'online'::text, 'hybrid'::text])))
  constraint sessions_period_check CHECK ((ends_at > starts_at))
  constraint sessions_pkey PRIMARY KEY (matter_id)
  constraint sessions_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint sessions_seats_check CHECK (((seats_taken >= 0) AND (seats_taken <= resident_seats)))
  CREATE INDEX sessions_city_idx ON m3307.sessions USING btree (city_code, starts_at, matter_id)
  CREATE INDEX sessions_county_idx ON m3307.sessions USING btree (county_code, starts_at, matter_id)
  CREATE INDEX sessions_method_idx ON m3307.sessions USING btree (method_of, starts_at, matter_id)
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

table m3307.term_sessions
  term_id uuid not null
  session_no smallint not null
  opens_on date not null
  closes_on date not null
  constraint term_sessions_closes_on_check CHECK ((closes_on >= opens_on))
  constraint term_sessions_pkey PRIMARY KEY (term_id, session_no)
  constraint term_sessions_term_id_fk FOREIGN KEY (term_id) REFERENCES m3307.terms(id)
  grant delete, insert, select, update to tongxin_app

table m3307.terms
  id uuid not null
  organisation_id uuid not null
  term_no smallint not null
  starts_on date not null
  ends_on date not null
  constraint terms_ends_on_check CHECK ((ends_on > starts_on))
  constraint terms_no_overlap_excl EXCLUDE USING gist (organisation_id WITH =, daterange(starts_on, ends_on) WITH &&)
  constraint terms_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES m3307.organisations(id)
  constraint terms_organisation_id_term_no_key UNIQUE (organisation_id, term_no)
  constraint terms_pkey PRIMARY KEY (id)
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

table m3307.turn_swaps
  id uuid not null
  turn_id uuid not null
  asker_id uuid not null
  asked_id uuid not null
  in_return_id uuid
  state text not null
  asked_at timestamp(3) with time zone not null
  ended_at timestamp(3) with time zone
  constraint turn_swaps_asked_id_fk FOREIGN KEY (asked_id) REFERENCES m3307.members(id)
  constraint turn_swaps_asker_id_fk FOREIGN KEY (asker_id) REFERENCES m3307.members(id)
  constraint turn_swaps_ended_check CHECK (((state = 'asked'::text) = (ended_at IS NULL)))
  constraint turn_swaps_in_return_id_fk FOREIGN KEY (in_return_id) REFERENCES m3307.turns(matter_id)
  constraint turn_swaps_pkey PRIMARY KEY (id)
  constraint turn_swaps_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
  constraint turn_swaps_turn_id_fk FOREIGN KEY (turn_id) REFERENCES m3307.turns(matter_id)
  constraint turn_swaps_two_check CHECK ((asker_id <> asked_id))
  CREATE INDEX turn_swaps_asked_idx ON m3307.turn_swaps USING btree (asked_id, asked_at, id)
  CREATE INDEX turn_swaps_asker_idx ON m3307.turn_swaps USING btree (asker_id, asked_at, id)
  CREATE UNIQUE INDEX turn_swaps_open_key ON m3307.turn_swaps USING btree (turn_id) WHERE (state = 'asked'::text)
  grant delete, insert, select, update to tongxin_app

table m3307.turns
  matter_id uuid not null
  rota_id uuid not null
  platform_id uuid not null
  city_code text not null
  county_code text
  township_code text
  village_code text
  starts_at timestamp(3) with time zone not null
  ends_at timestamp(3) with time zone not null
  place_no smallint not null
  member_id uuid
  moved_from date
  alarms smallint not null default 0
  constraint turns_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint turns_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint turns_period_check CHECK ((ends_at > starts_at))
  constraint turns_pkey PRIMARY KEY (matter_id)
  constraint turns_platform_id_fk FOREIGN KEY (platform_id) REFERENCES m3307.platforms(id)
  constraint turns_rota_id_fk FOREIGN KEY (rota_id) REFERENCES m3307.rotas(id)
  CREATE INDEX turns_city_idx ON m3307.turns USING btree (city_code, starts_at, matter_id)
  CREATE INDEX turns_county_idx ON m3307.turns USING btree (county_code, starts_at, matter_id)
  CREATE INDEX turns_member_idx ON m3307.turns USING btree (member_id, starts_at, matter_id)
  CREATE INDEX turns_platform_idx ON m3307.turns USING btree (platform_id, starts_at, matter_id)
  CREATE INDEX turns_rota_idx ON m3307.turns USING btree (rota_id, starts_at, place_no)
  CREATE INDEX turns_township_idx ON m3307.turns USING btree (township_code, starts_at, matter_id)
  CREATE INDEX turns_unstaffed_idx ON m3307.turns USING btree (starts_at, matter_id) WHERE (member_id IS NULL)
  CREATE INDEX turns_village_idx ON m3307.turns USING btree (village_code, starts_at, matter_id)
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

table m3307.village_members
  id uuid not null
  village_code text not null
  township_code text not null
  county_code text not null
  city_code text not null
  member_id uuid not null
  from_on date not null
  to_on date
  constraint village_members_member_id_fk FOREIGN KEY (member_id) REFERENCES m3307.members(id)
  constraint village_members_pkey PRIMARY KEY (id)
  constraint village_members_to_on_check CHECK (((to_on IS NULL) OR (to_on >= from_on)))
  constraint village_members_village_code_fk FOREIGN KEY (village_code) REFERENCES public.divisions(code)
  CREATE INDEX village_members_county_idx ON m3307.village_members USING btree (county_code, village_code)
  CREATE INDEX village_members_member_id_idx ON m3307.village_members USING btree (member_id)
  CREATE INDEX village_members_township_idx ON m3307.village_members USING btree (township_code, village_code)
  CREATE UNIQUE INDEX village_members_village_code_key ON m3307.village_members USING btree (village_code) WHERE (to_on IS NULL)
  grant delete, insert, select, update to tongxin_app

table m3307.village_orders
  matter_id uuid not null
  offer_id uuid not null
  city_code text not null
  county_code text not null
  township_code text not null
  asked_at timestamp(3) with time zone not null
  wished_on date not null
  expected integer not null
  words text
  comes_on date
  served_on date
  people integer
  served_words text
  constraint village_orders_expected_check CHECK ((expected >= 0))
  constraint village_orders_matter_id_fk FOREIGN KEY (matter_id) REFERENCES m3307.matters(id)
  constraint village_orders_offer_id_fk FOREIGN KEY (offer_id) REFERENCES m3307.outreach_offers(id)
  constraint village_orders_people_check CHECK ((people >= 0))
  constraint village_orders_pkey PRIMARY KEY (matter_id)
  constraint village_orders_served_check CHECK (((served_on IS NULL) = (people IS NULL)))
  CREATE INDEX village_orders_city_idx ON m3307.village_orders USING btree (city_code, asked_at, matter_id)
  CREATE INDEX village_orders_county_idx ON m3307.village_orders USING btree (county_code, asked_at, matter_id)
  CREATE INDEX village_orders_township_idx ON m3307.village_orders USING btree (township_code, asked_at, matter_id)
  grant delete, insert, select, update to tongxin_app

table m3307.visit_asks
  id uuid not null
  visit_id uuid not null
  order_no smallint not null
  words text not null
  asked_on date not null
  follows_id uuid
  answer text
  answered_at timestamp(3) with time zone
  constraint visit_asks_answer_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
  constraint visit_asks_follows_id_fk FOREIGN KEY (follows_id) REFERENCES m3307.visit_asks(id)
  constraint visit_asks_follows_id_key UNIQUE (follows_id)
  constraint visit_asks_pkey PRIMARY KEY (id)
  constraint visit_asks_visit_id_fk FOREIGN KEY (visit_id) REFERENCES m3307.member_visits(matter_id)
  constraint visit_asks_visit_id_order_no_key UNIQUE (visit_id, order_no)
  grant delete, insert, select, update to tongxin_app

table m3307.visit_notes
  visit_id uuid not null
  office_code text not null
  note text not null
  written_at timestamp(3) with time zone not null
  constraint visit_notes_pkey PRIMARY KEY (visit_id)
  constraint visit_notes_visit_id_fk FOREIGN KEY (visit_id) REFERENCES m3307.member_visits(matter_id)
  row level security forced
  policy visit_notes_scope for all to public using (COALESCE((string_to_array(NULLIF(current_setting('app.scope'::text, true), ''::text), ','::text) && ARRAY['system'::text, office_code]), false)) with check (the same)
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
