CREATE TABLE "expert_requests" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"township_code" text,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"field" text NOT NULL,
	"purpose" text NOT NULL,
	"wished_on" date NOT NULL,
	"about_id" uuid,
	"person_id" uuid,
	"member_id" uuid,
	"visit_on" date,
	"advice" text,
	"advised_at" timestamp(3) with time zone,
	"used" text,
	"use_words" text,
	"thanks" text,
	CONSTRAINT "expert_requests_levels_check" CHECK ("expert_requests"."township_code" is null or "expert_requests"."county_code" is not null),
	CONSTRAINT "expert_requests_used_check" CHECK ("expert_requests"."used" in ('yes','partly','no')),
	CONSTRAINT "expert_requests_person_check" CHECK ("expert_requests"."member_id" is null or "expert_requests"."person_id" is not null),
	CONSTRAINT "expert_requests_advice_check" CHECK (("expert_requests"."advice" is null) = ("expert_requests"."advised_at" is null))
);
--> statement-breakpoint
CREATE TABLE "expert_team_journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"action" text NOT NULL,
	"team_id" uuid NOT NULL,
	"actor_id" uuid,
	"facts" jsonb NOT NULL,
	CONSTRAINT "expert_team_journal_action_check" CHECK ("expert_team_journal"."action" in ('made','joined','left','led','ended'))
);
--> statement-breakpoint
CREATE TABLE "expert_team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid,
	"name" text,
	"post" text,
	"is_lead" boolean NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "expert_team_members_who_check" CHECK (("expert_team_members"."member_id" is null) = ("expert_team_members"."name" is not null)),
	CONSTRAINT "expert_team_members_post_check" CHECK (("expert_team_members"."name" is null) = ("expert_team_members"."post" is null))
);
--> statement-breakpoint
CREATE TABLE "expert_teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"name" text NOT NULL,
	"field" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "member_visits" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"visit_on" date NOT NULL,
	"visited_on" date,
	"visitors" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"order_no" smallint NOT NULL,
	"words" text NOT NULL,
	"asked_on" date NOT NULL,
	"follows_id" uuid,
	"answer" text,
	"answered_at" timestamp(3) with time zone,
	CONSTRAINT "visit_asks_visit_id_order_no_key" UNIQUE("visit_id","order_no"),
	CONSTRAINT "visit_asks_follows_id_key" UNIQUE("follows_id"),
	CONSTRAINT "visit_asks_answer_check" CHECK (("visit_asks"."answer" is null) = ("visit_asks"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "visit_notes" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"office_code" text NOT NULL,
	"note" text NOT NULL,
	"written_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "links" DROP CONSTRAINT "links_kind_check";--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_kind_check";--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_ground_check";--> statement-breakpoint
ALTER TABLE "expert_requests" ADD CONSTRAINT "expert_requests_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_requests" ADD CONSTRAINT "expert_requests_about_id_fk" FOREIGN KEY ("about_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_requests" ADD CONSTRAINT "expert_requests_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "expert_team_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_requests" ADD CONSTRAINT "expert_requests_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_team_members" ADD CONSTRAINT "expert_team_members_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "expert_teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_team_members" ADD CONSTRAINT "expert_team_members_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_teams" ADD CONSTRAINT "expert_teams_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_visits" ADD CONSTRAINT "member_visits_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_visits" ADD CONSTRAINT "member_visits_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_asks" ADD CONSTRAINT "visit_asks_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "member_visits"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_asks" ADD CONSTRAINT "visit_asks_follows_id_fk" FOREIGN KEY ("follows_id") REFERENCES "visit_asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_notes" ADD CONSTRAINT "visit_notes_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "member_visits"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expert_requests_city_idx" ON "expert_requests" USING btree ("city_code","asked_at","matter_id");--> statement-breakpoint
CREATE INDEX "expert_requests_county_idx" ON "expert_requests" USING btree ("county_code","asked_at","matter_id");--> statement-breakpoint
CREATE INDEX "expert_requests_township_idx" ON "expert_requests" USING btree ("township_code","asked_at","matter_id");--> statement-breakpoint
CREATE INDEX "expert_requests_member_idx" ON "expert_requests" USING btree ("member_id","asked_at","matter_id");--> statement-breakpoint
CREATE INDEX "expert_requests_about_idx" ON "expert_requests" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "expert_team_journal_team_id_idx" ON "expert_team_journal" USING btree ("team_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "expert_team_members_team_id_member_id_key" ON "expert_team_members" USING btree ("team_id","member_id") WHERE to_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "expert_team_members_lead_key" ON "expert_team_members" USING btree ("team_id") WHERE is_lead and to_on is null;--> statement-breakpoint
CREATE INDEX "expert_team_members_member_id_idx" ON "expert_team_members" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "expert_teams_place_name_key" ON "expert_teams" USING btree (coalesce("county_code", "city_code"),"name") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "expert_teams_county_idx" ON "expert_teams" USING btree ("county_code","name","id");--> statement-breakpoint
CREATE INDEX "expert_teams_city_idx" ON "expert_teams" USING btree ("city_code","name","id");--> statement-breakpoint
CREATE INDEX "member_visits_city_idx" ON "member_visits" USING btree ("city_code","visit_on","matter_id");--> statement-breakpoint
CREATE INDEX "member_visits_county_idx" ON "member_visits" USING btree ("county_code","visit_on","matter_id");--> statement-breakpoint
CREATE INDEX "member_visits_member_idx" ON "member_visits" USING btree ("member_id","visit_on","matter_id");--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_kind_check" CHECK ("links"."kind" in ('taken_into','merged_into','talked_at','outcome_of','answers','reopened_as','part_of','advice_for'));--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_kind_check" CHECK ("matters"."kind" in ('issue','topic','session','outcome_line','event','turn','expert_request','member_visit'));--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_ground_check" CHECK ("matters"."kind" in ('event','turn','expert_request','member_visit') or "matters"."township_code" is not null);
