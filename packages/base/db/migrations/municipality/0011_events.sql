CREATE TABLE "attendances" (
	"event_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"how" text NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "attendances_pkey" PRIMARY KEY("event_id","member_id"),
	CONSTRAINT "attendances_state_check" CHECK ("attendances"."state" in ('attended','absent','leave')),
	CONSTRAINT "attendances_how_check" CHECK ("attendances"."how" in ('scan','list','paper'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "event_invitees" (
	"event_id" uuid NOT NULL,
	"invitee_id" uuid NOT NULL,
	"member_id" uuid,
	"organisation_id" uuid,
	"answer" text DEFAULT 'waiting' NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"leaves_asked" smallint DEFAULT 0 NOT NULL,
	"decided_at" timestamp(3) with time zone,
	"signed_up" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_invitees_pkey" PRIMARY KEY("event_id","invitee_id"),
	CONSTRAINT "event_invitees_answer_check" CHECK ("event_invitees"."answer" in ('waiting','coming','leave_asked','leave_granted','leave_refused','declined')),
	CONSTRAINT "event_invitees_invitee_check" CHECK (num_nonnulls("event_invitees"."member_id", "event_invitees"."organisation_id") = 1
          and coalesce("event_invitees"."member_id", "event_invitees"."organisation_id") = "event_invitees"."invitee_id")
);
--> statement-breakpoint
CREATE TABLE "event_kinds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "event_kinds_organisation_id_name_key" UNIQUE NULLS NOT DISTINCT("organisation_id","name"),
	CONSTRAINT "event_kinds_category_check" CHECK ("event_kinds"."category" in ('plenary','standing_committee','session','lecture','sector_discussion','study','inspection','research','oversight','training','outreach','visit','kinship','reception','other'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"kind_id" uuid,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"city_code" text NOT NULL,
	"county_code" text,
	"township_code" text,
	"platform_id" uuid,
	"place_words" text,
	"mode" text NOT NULL,
	"online_url" text,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"answer_by" timestamp(3) with time zone,
	"must_attend" boolean NOT NULL,
	"sign_up" text NOT NULL,
	"capacity" integer,
	"places_taken" integer DEFAULT 0 NOT NULL,
	"parent_event_id" uuid,
	"others_present" integer,
	"sequence" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp(3) with time zone,
	"cancelled_at" timestamp(3) with time zone,
	"cancel_reason" text,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "events_category_check" CHECK ("events"."category" in ('plenary','standing_committee','session','lecture','sector_discussion','study','inspection','research','oversight','training','outreach','visit','kinship','reception','other')),
	CONSTRAINT "events_mode_check" CHECK ("events"."mode" in ('onsite','online','hybrid')),
	CONSTRAINT "events_sign_up_check" CHECK ("events"."sign_up" in ('invited','members','public')),
	CONSTRAINT "events_period_check" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_levels_check" CHECK ("events"."township_code" is null or "events"."county_code" is not null),
	CONSTRAINT "events_capacity_check" CHECK ("events"."places_taken" >= 0 and ("events"."capacity" is null or "events"."places_taken" <= "events"."capacity"))
);
--> statement-breakpoint
CREATE TABLE "leave_reasons" (
	"event_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"ask_no" smallint NOT NULL,
	"account_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "leave_reasons_pkey" PRIMARY KEY("event_id","member_id","ask_no")
);
--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitees" ADD CONSTRAINT "event_invitees_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitees" ADD CONSTRAINT "event_invitees_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitees" ADD CONSTRAINT "event_invitees_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_kinds" ADD CONSTRAINT "event_kinds_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind_id_fk" FOREIGN KEY ("kind_id") REFERENCES "event_kinds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_parent_event_id_fk" FOREIGN KEY ("parent_event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave_reasons" ADD CONSTRAINT "leave_reasons_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave_reasons" ADD CONSTRAINT "leave_reasons_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendances_member_id_idx" ON "attendances" USING btree ("member_id","at","event_id");--> statement-breakpoint
CREATE INDEX "event_invitees_member_id_idx" ON "event_invitees" USING btree ("member_id","event_id");--> statement-breakpoint
CREATE INDEX "events_city_idx" ON "events" USING btree ("city_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "events_county_idx" ON "events" USING btree ("county_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "events_township_idx" ON "events" USING btree ("township_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "events_platform_idx" ON "events" USING btree ("platform_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_category_idx" ON "events" USING btree ("category","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "events_parent_idx" ON "events" USING btree ("parent_event_id");--> statement-breakpoint
CREATE INDEX "events_drafts_idx" ON "events" USING btree ("starts_at","matter_id") WHERE published_at is null and cancelled_at is null;
