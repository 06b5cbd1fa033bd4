CREATE TABLE "account_journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"grant_id" uuid,
	"reason" text NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "account_journal_action_check" CHECK ("account_journal"."action" in ('created','granted','revoked','password_set','phone_set','totp_set','totp_reset','disabled','enabled'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"username" text,
	"phone_hash" text,
	"phone_tail" text,
	"division_code" text NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "accounts_username_key" UNIQUE("username"),
	CONSTRAINT "accounts_phone_hash_key" UNIQUE("phone_hash"),
	CONSTRAINT "accounts_username_check" CHECK ("accounts"."username" = lower("accounts"."username")),
	CONSTRAINT "accounts_phone_check" CHECK (("accounts"."phone_hash" is null) = ("accounts"."phone_tail" is null))
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"provider" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "credentials_provider_subject_key" UNIQUE("provider","subject"),
	CONSTRAINT "credentials_provider_check" CHECK ("credentials"."provider" in ('credential'))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"division_code" text,
	"organisation_id" uuid,
	"matter_id" uuid,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"valid_to" timestamp(3) with time zone,
	"granted_by" uuid,
	"reason" text NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "grants_role_check" CHECK ("grants"."role" in ('host','county_office','city_office','department_clerk','member','auditor','operator')),
	CONSTRAINT "grants_scope_check" CHECK (num_nonnulls("grants"."division_code", "grants"."organisation_id", "grants"."matter_id") >= 1),
	CONSTRAINT "grants_valid_to_check" CHECK ("grants"."valid_to" is null or "grants"."valid_to" > "grants"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "outgoing_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phone_codes" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"phone_hash" text NOT NULL,
	"account_id" uuid,
	"code_hash" text NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"used_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" timestamp(3) with time zone[] NOT NULL,
	"last_try_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sign_ins_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp(3) with time zone,
	CONSTRAINT "two_factors_account_id_key" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_progress" (
	"line_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"kind" text NOT NULL,
	"reply_class" text,
	"text" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "line_progress_pkey" PRIMARY KEY("line_id","seq"),
	CONSTRAINT "line_progress_kind_check" CHECK (("line_progress"."kind" = 'report') = ("line_progress"."reply_class" is not null))
);
--> statement-breakpoint
CREATE TABLE "minutes_drafts" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"agreed" jsonb NOT NULL,
	"not_agreed" jsonb NOT NULL,
	"summary" text NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome_lines" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"session_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"line_no" smallint NOT NULL,
	"suggestion" text NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"measure" text NOT NULL,
	"reply_class" text,
	"report_text" text,
	"round" smallint DEFAULT 1 NOT NULL,
	"closing_class" text,
	"judged_yes" smallint,
	"judged_partly" smallint,
	"judged_no" smallint,
	"judged_silent" smallint,
	CONSTRAINT "outcome_lines_session_id_line_no_key" UNIQUE("session_id","line_no"),
	CONSTRAINT "outcome_lines_kind_check" CHECK ("outcome_lines"."kind" in ('policy','project','funds','measure','explanation')),
	CONSTRAINT "outcome_lines_reply_class_check" CHECK ("outcome_lines"."reply_class" in ('solved','being_solved','planned','cannot')),
	CONSTRAINT "outcome_lines_closing_class_check" CHECK ("outcome_lines"."closing_class" in ('solved','partly','disagreed','explained','unrated')),
	CONSTRAINT "outcome_lines_judged_check" CHECK (num_nulls("outcome_lines"."closing_class", "outcome_lines"."judged_yes", "outcome_lines"."judged_partly", "outcome_lines"."judged_no", "outcome_lines"."judged_silent") in (0, 5))
);
--> statement-breakpoint
CREATE TABLE "published_minutes" (
	"session_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"agreed" jsonb NOT NULL,
	"not_agreed" jsonb NOT NULL,
	"summary" text NOT NULL,
	"published_at" timestamp(3) with time zone NOT NULL,
	"change_reason" text,
	CONSTRAINT "published_minutes_pkey" PRIMARY KEY("session_id","version"),
	CONSTRAINT "published_minutes_change_check" CHECK (("published_minutes"."version" = 1) = ("published_minutes"."change_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "session_invitees" (
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"organisation_id" uuid,
	"invitee_id" uuid NOT NULL,
	"attended" text,
	CONSTRAINT "session_invitees_pkey" PRIMARY KEY("session_id","invitee_id"),
	CONSTRAINT "session_invitees_kind_check" CHECK (("session_invitees"."kind" = 'member' and "session_invitees"."member_id" = "session_invitees"."invitee_id" and "session_invitees"."organisation_id" is null)
       or ("session_invitees"."kind" = 'organisation' and "session_invitees"."organisation_id" = "session_invitees"."invitee_id" and "session_invitees"."member_id" is null)),
	CONSTRAINT "session_invitees_attended_check" CHECK ("session_invitees"."attended" in ('yes','no','leave'))
);
--> statement-breakpoint
CREATE TABLE "session_seats" (
	"ticket" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"taken_at" timestamp(3) with time zone NOT NULL,
	"given_back_at" timestamp(3) with time zone,
	"attended" text,
	CONSTRAINT "session_seats_attended_check" CHECK ("session_seats"."attended" in ('yes','no'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"platform_id" uuid NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"mode" text NOT NULL,
	"online_url" text,
	"convenor_id" uuid NOT NULL,
	"resident_seats" smallint NOT NULL,
	"seats_taken" smallint DEFAULT 0 NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"residents_present" smallint,
	"cancelled_at" timestamp(3) with time zone,
	"cancel_reason" text,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sessions_period_check" CHECK ("sessions"."ends_at" > "sessions"."starts_at"),
	CONSTRAINT "sessions_seats_check" CHECK ("sessions"."seats_taken" between 0 and "sessions"."resident_seats"),
	CONSTRAINT "sessions_mode_check" CHECK ("sessions"."mode" in ('onsite','online','hybrid'))
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"source" text NOT NULL,
	"session_id" uuid,
	"agenda_no" smallint,
	CONSTRAINT "topics_agenda_no_check" CHECK (("topics"."session_id" is null) = ("topics"."agenda_no" is null)),
	CONSTRAINT "topics_source_check" CHECK ("topics"."source" in ('resident','member','department','party'))
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resource_kind" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"matter_id" uuid NOT NULL,
	"released_at" timestamp(3) with time zone,
	CONSTRAINT "bookings_resource_kind_check" CHECK ("bookings"."resource_kind" in ('platform','member','account')),
	CONSTRAINT "bookings_during_check" CHECK (lower("bookings"."during") < upper("bookings"."during"))
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"matter_id" uuid,
	"handler_unit_id" uuid,
	"city_code" text,
	"county_code" text,
	"township_code" text,
	"village_code" text,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_at" timestamp(3) with time zone NOT NULL,
	"attached_at" timestamp(3) with time zone,
	"published" boolean DEFAULT false NOT NULL,
	CONSTRAINT "files_name_key" UNIQUE("name"),
	CONSTRAINT "files_kind_check" CHECK ("files"."kind" in ('photo')),
	CONSTRAINT "files_attached_check" CHECK (("files"."matter_id" is null) = ("files"."attached_at" is null)),
	CONSTRAINT "files_published_check" CHECK ("files"."matter_id" is not null or not "files"."published")
);
--> statement-breakpoint
CREATE TABLE "issue_messages" (
	"matter_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"village_code" text,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "issue_messages_pkey" PRIMARY KEY("matter_id","seq"),
	CONSTRAINT "issue_messages_author_check" CHECK ("issue_messages"."author" in ('office','resident'))
);
--> statement-breakpoint
CREATE TABLE "issue_words" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"village_code" text,
	"words" text NOT NULL,
	"place_words" text
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"village_code" text,
	"channel" text NOT NULL,
	"handler_unit_id" uuid,
	"contact_kept" boolean DEFAULT false NOT NULL,
	"handling_title" text,
	"handling_text" text,
	"handling_days" smallint,
	"handle_by" timestamp(3) with time zone,
	"extensions" smallint DEFAULT 0 NOT NULL,
	"reply_class" text,
	"reply_text" text,
	"diverted_to" text,
	"closing_class" text,
	"judged_round" smallint DEFAULT 0 NOT NULL,
	"reopened" smallint DEFAULT 0 NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "issues_reopened_check" CHECK ("issues"."reopened" between 0 and 1),
	CONSTRAINT "issues_extensions_check" CHECK ("issues"."extensions" between 0 and 1),
	CONSTRAINT "issues_handling_days_check" CHECK ("issues"."handling_days" in (3, 10)),
	CONSTRAINT "issues_reply_class_check" CHECK ("issues"."reply_class" in ('solved','being_solved','planned','cannot')),
	CONSTRAINT "issues_diverted_to_check" CHECK ("issues"."diverted_to" in ('emergency','hotline','petition','discipline','court')),
	CONSTRAINT "issues_closing_class_check" CHECK ("issues"."closing_class" in ('solved','partly','disagreed','explained','unrated')),
	CONSTRAINT "issues_channel_check" CHECK ("issues"."channel" in ('web','desk','phone','code','paper'))
);
--> statement-breakpoint
CREATE TABLE "judgements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"village_code" text,
	"solved" text NOT NULL,
	"stars" smallint,
	"words" text,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "judgements_issue_id_about_id_round_key" UNIQUE("issue_id","about_id","round"),
	CONSTRAINT "judgements_solved_check" CHECK ("judgements"."solved" in ('yes','partly','no','silent')),
	CONSTRAINT "judgements_stars_check" CHECK (("judgements"."solved" = 'silent') = ("judgements"."stars" is null)),
	CONSTRAINT "judgements_stars_range_check" CHECK ("judgements"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "published_issues" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"outcome" text,
	"closing_class" text,
	"closed_at" timestamp(3) with time zone,
	"published_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone,
	"change_reason" text
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"receipt" text PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"pin_hash" text NOT NULL,
	"wrong_tries" smallint DEFAULT 0 NOT NULL,
	"locked_until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"matter_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "journal_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"move" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"account_id" uuid,
	"role" text,
	"unit_id" uuid,
	"unit_name" text,
	"reason" text,
	"data" jsonb NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	CONSTRAINT "journal_pkey" PRIMARY KEY("matter_id","seq"),
	CONSTRAINT "journal_position_key" UNIQUE("position"),
	CONSTRAINT "journal_actor_check" CHECK (("journal"."actor_kind" = 'account') = ("journal"."account_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "journal_heads" (
	"up_to" bigint PRIMARY KEY NOT NULL,
	"entry_count" bigint NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"sealed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"linked_at" timestamp(3) with time zone NOT NULL,
	"unlinked_at" timestamp(3) with time zone,
	CONSTRAINT "links_pkey" PRIMARY KEY("from_id","kind","to_id"),
	CONSTRAINT "links_kind_check" CHECK ("links"."kind" in ('taken_into','merged_into','talked_at','outcome_of','answers','reopened_as'))
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"chain_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"village_code" text,
	"state" text NOT NULL,
	"owner_role" text,
	"owner_unit_id" uuid,
	"handler_unit_id" uuid,
	"due_at" timestamp(3) with time zone,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"entry_count" integer NOT NULL,
	"reminders" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "matters_number_key" UNIQUE("number"),
	CONSTRAINT "matters_kind_check" CHECK ("matters"."kind" in ('issue','topic','session','outcome_line')),
	CONSTRAINT "matters_owner_check" CHECK (("matters"."closed_at" is null) = ("matters"."owner_role" is not null and "matters"."due_at" is not null)),
	CONSTRAINT "matters_owner_unit_check" CHECK ("matters"."owner_role" is null or "matters"."owner_role" = 'resident' or "matters"."owner_unit_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"organ" text NOT NULL,
	"year" smallint NOT NULL,
	"kind" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_pkey" PRIMARY KEY("organ","year","kind")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"what" text NOT NULL,
	"account_id" uuid,
	"role" text NOT NULL,
	"unit_name" text NOT NULL,
	"reason" text,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "readings_what_check" CHECK ("readings"."what" in ('words','identity','photos'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"account_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "members_account_id_key" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"event" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"seen_at" timestamp(3) with time zone,
	CONSTRAINT "notices_event_check" CHECK ("notices"."event" in ('turn','reminded','escalated'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"division_code" text NOT NULL,
	CONSTRAINT "organisations_division_code_kind_name_key" UNIQUE("division_code","kind","name"),
	CONSTRAINT "organisations_kind_check" CHECK ("organisations"."kind" in ('city_office','county_office','township_group','department'))
);
--> statement-breakpoint
CREATE TABLE "platforms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"address" text NOT NULL,
	"seats" smallint NOT NULL,
	"open_hours" text NOT NULL,
	CONSTRAINT "platforms_kind_check" CHECK ("platforms"."kind" in ('hall')),
	CONSTRAINT "platforms_seats_check" CHECK ("platforms"."seats" > 0)
);
--> statement-breakpoint
CREATE TABLE "fold_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"folded_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_months" (
	"parent_code" text NOT NULL,
	"month" date NOT NULL,
	"measure" text NOT NULL,
	"division_code" text NOT NULL,
	"value" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "rollup_months_pkey" PRIMARY KEY("parent_code","month","measure","division_code","value"),
	CONSTRAINT "rollup_months_month_check" CHECK (extract(day from "rollup_months"."month") = 1)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_fk" FOREIGN KEY ("granted_by") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_codes" ADD CONSTRAINT "phone_codes_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_progress" ADD CONSTRAINT "line_progress_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "outcome_lines"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_drafts" ADD CONSTRAINT "minutes_drafts_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_lines" ADD CONSTRAINT "outcome_lines_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_lines" ADD CONSTRAINT "outcome_lines_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_lines" ADD CONSTRAINT "outcome_lines_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "topics"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_lines" ADD CONSTRAINT "outcome_lines_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_minutes" ADD CONSTRAINT "published_minutes_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invitees" ADD CONSTRAINT "session_invitees_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invitees" ADD CONSTRAINT "session_invitees_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invitees" ADD CONSTRAINT "session_invitees_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_seats" ADD CONSTRAINT "session_seats_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_convenor_id_fk" FOREIGN KEY ("convenor_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_messages" ADD CONSTRAINT "issue_messages_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_words" ADD CONSTRAINT "issue_words_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judgements" ADD CONSTRAINT "judgements_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judgements" ADD CONSTRAINT "judgements_about_id_fk" FOREIGN KEY ("about_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_issues" ADD CONSTRAINT "published_issues_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_from_id_fk" FOREIGN KEY ("from_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_to_id_fk" FOREIGN KEY ("to_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_owner_unit_id_fk" FOREIGN KEY ("owner_unit_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_handler_unit_id_fk" FOREIGN KEY ("handler_unit_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_township_code_fk" FOREIGN KEY ("township_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_city_code_fk" FOREIGN KEY ("city_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_township_code_fk" FOREIGN KEY ("township_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_journal_account_id_idx" ON "account_journal" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "accounts_division_code_idx" ON "accounts" USING btree ("division_code","name","id");--> statement-breakpoint
CREATE INDEX "accounts_name_idx" ON "accounts" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "credentials_account_id_idx" ON "credentials" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "grants_account_id_idx" ON "grants" USING btree ("account_id","valid_from");--> statement-breakpoint
CREATE INDEX "grants_division_code_idx" ON "grants" USING btree ("division_code","role");--> statement-breakpoint
CREATE INDEX "grants_organisation_id_idx" ON "grants" USING btree ("organisation_id","role");--> statement-breakpoint
CREATE INDEX "outgoing_codes_created_at_idx" ON "outgoing_codes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "phone_codes_created_at_idx" ON "phone_codes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sign_in_throttle_last_try_at_idx" ON "sign_in_throttle" USING btree ("last_try_at");--> statement-breakpoint
CREATE INDEX "sign_ins_account_id_idx" ON "sign_ins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_ins_expires_at_idx" ON "sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "verifications_expires_at_idx" ON "verifications" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_run_at_idx" ON "outbox" USING btree ("run_at");--> statement-breakpoint
CREATE INDEX "outcome_lines_topic_id_idx" ON "outcome_lines" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "outcome_lines_city_due_idx" ON "outcome_lines" USING btree ("city_code","due_on","matter_id");--> statement-breakpoint
CREATE INDEX "outcome_lines_county_due_idx" ON "outcome_lines" USING btree ("county_code","due_on","matter_id");--> statement-breakpoint
CREATE INDEX "outcome_lines_township_due_idx" ON "outcome_lines" USING btree ("township_code","due_on","matter_id");--> statement-breakpoint
CREATE INDEX "outcome_lines_unit_idx" ON "outcome_lines" USING btree ("unit_id","due_on","matter_id");--> statement-breakpoint
CREATE INDEX "session_invitees_member_id_idx" ON "session_invitees" USING btree ("member_id","session_id");--> statement-breakpoint
CREATE INDEX "session_seats_session_id_idx" ON "session_seats" USING btree ("session_id","taken_at");--> statement-breakpoint
CREATE INDEX "sessions_city_idx" ON "sessions" USING btree ("city_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "sessions_county_idx" ON "sessions" USING btree ("county_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "sessions_township_idx" ON "sessions" USING btree ("township_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "sessions_platform_idx" ON "sessions" USING btree ("platform_id","starts_at");--> statement-breakpoint
CREATE INDEX "topics_session_id_idx" ON "topics" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "bookings_matter_id_idx" ON "bookings" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "files_matter_id_idx" ON "files" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "files_unattached_idx" ON "files" USING btree ("uploaded_at") WHERE matter_id is null;--> statement-breakpoint
CREATE INDEX "judgements_about_idx" ON "judgements" USING btree ("about_id","round");--> statement-breakpoint
CREATE INDEX "published_issues_city_idx" ON "published_issues" USING btree ("city_code","closed_at" DESC NULLS LAST,"matter_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "published_issues_county_idx" ON "published_issues" USING btree ("county_code","closed_at" DESC NULLS LAST,"matter_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "published_issues_township_idx" ON "published_issues" USING btree ("township_code","closed_at" DESC NULLS LAST,"matter_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "receipts_matter_id_idx" ON "receipts" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "journal_city_idx" ON "journal" USING btree ("city_code","kind","move","at","matter_id");--> statement-breakpoint
CREATE INDEX "journal_county_idx" ON "journal" USING btree ("county_code","kind","move","at","matter_id");--> statement-breakpoint
CREATE INDEX "journal_township_idx" ON "journal" USING btree ("township_code","kind","move","at","matter_id");--> statement-breakpoint
CREATE INDEX "links_to_id_idx" ON "links" USING btree ("to_id","kind");--> statement-breakpoint
CREATE INDEX "matters_city_idx" ON "matters" USING btree ("city_code","kind","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "matters_county_idx" ON "matters" USING btree ("county_code","kind","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "matters_township_idx" ON "matters" USING btree ("township_code","kind","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "matters_village_idx" ON "matters" USING btree ("village_code","kind","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "matters_chain_idx" ON "matters" USING btree ("chain_id","opened_at");--> statement-breakpoint
CREATE INDEX "matters_open_city_idx" ON "matters" USING btree ("city_code","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "matters_open_county_idx" ON "matters" USING btree ("county_code","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "matters_open_township_idx" ON "matters" USING btree ("township_code","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "matters_open_owner_idx" ON "matters" USING btree ("owner_unit_id","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "matters_handler_idx" ON "matters" USING btree ("handler_unit_id","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "matters_due_idx" ON "matters" USING btree ("due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "readings_matter_id_idx" ON "readings" USING btree ("matter_id","at");--> statement-breakpoint
CREATE INDEX "members_city_idx" ON "members" USING btree ("city_code","name","id");--> statement-breakpoint
CREATE INDEX "members_county_idx" ON "members" USING btree ("county_code","name","id");--> statement-breakpoint
CREATE INDEX "notices_unit_idx" ON "notices" USING btree ("unit_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "platforms_county_idx" ON "platforms" USING btree ("county_code","name","id");--> statement-breakpoint
CREATE INDEX "platforms_township_idx" ON "platforms" USING btree ("township_code","name","id");--> statement-breakpoint
CREATE INDEX "platforms_city_idx" ON "platforms" USING btree ("city_code","name","id");