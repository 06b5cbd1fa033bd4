CREATE TABLE "group_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "group_minimums" (
	"organisation_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"category" text NOT NULL,
	"amount" smallint NOT NULL,
	CONSTRAINT "group_minimums_pkey" PRIMARY KEY("organisation_id","year","category"),
	CONSTRAINT "group_minimums_amount_check" CHECK ("group_minimums"."amount" > 0),
	CONSTRAINT "group_minimums_category_check" CHECK ("group_minimums"."category" in ('plenary','standing_committee','session','lecture','sector_discussion','study','inspection','research','oversight','training','outreach','visit','kinship','reception','other'))
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sector_code" text,
	"convenor_member_id" uuid,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "groups_kind_check" CHECK ("groups"."kind" in ('sector','ground','study','interest')),
	CONSTRAINT "groups_sector_code_check" CHECK (("groups"."kind" = 'sector') = ("groups"."sector_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "member_journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"action" text NOT NULL,
	"member_id" uuid,
	"group_id" uuid,
	"organisation_id" uuid,
	"actor_id" uuid,
	"reason" text,
	"facts" jsonb NOT NULL,
	CONSTRAINT "member_journal_action_check" CHECK ("member_journal"."action" in ('entered','changed','membership_added','membership_changed','membership_ended','account_linked','code_renewed','particulars_saved','village_given','village_taken','group_created','group_changed','group_ended','group_joined','group_left','minimum_set'))
);
--> statement-breakpoint
CREATE TABLE "member_particulars" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"sex" text,
	"birth_year" smallint,
	"party_affiliation" text,
	"account_id" uuid,
	"doors" text[] NOT NULL,
	CONSTRAINT "member_particulars_sex_check" CHECK ("member_particulars"."sex" in ('female','male')),
	CONSTRAINT "member_particulars_birth_year_check" CHECK ("member_particulars"."birth_year" between 1900 and 2100),
	CONSTRAINT "member_particulars_party_affiliation_check" CHECK ("member_particulars"."party_affiliation" in ('cpc','minge','minmeng','minjian','minjin','nonggong','zhigong','jiusan','taimeng','none'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"term_no" smallint,
	"sector_code" text,
	"sector_words" text,
	"is_standing" boolean DEFAULT false NOT NULL,
	"joined_on" date,
	"left_on" date,
	CONSTRAINT "memberships_left_on_check" CHECK ("memberships"."left_on" is null or "memberships"."left_on" >= "memberships"."joined_on")
);
--> statement-breakpoint
CREATE TABLE "village_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"village_code" text NOT NULL,
	"township_code" text NOT NULL,
	"county_code" text NOT NULL,
	"city_code" text NOT NULL,
	"member_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "village_members_to_on_check" CHECK ("village_members"."to_on" is null or "village_members"."to_on" >= "village_members"."from_on")
);
--> statement-breakpoint
CREATE TABLE "organisation_journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"facts" jsonb NOT NULL,
	CONSTRAINT "organisation_journal_action_check" CHECK ("organisation_journal"."action" in ('created','renamed','post_saved','post_ended','term_saved','session_saved'))
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"holder_name" text,
	"place_no" smallint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "posts_valid_to_check" CHECK ("posts"."valid_to" is null or "posts"."valid_to" > "posts"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "term_sessions" (
	"term_id" uuid NOT NULL,
	"session_no" smallint NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	CONSTRAINT "term_sessions_pkey" PRIMARY KEY("term_id","session_no"),
	CONSTRAINT "term_sessions_closes_on_check" CHECK ("term_sessions"."closes_on" >= "term_sessions"."opens_on")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"term_no" smallint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "terms_organisation_id_term_no_key" UNIQUE("organisation_id","term_no"),
	CONSTRAINT "terms_ends_on_check" CHECK ("terms"."ends_on" > "terms"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "sectors" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "sectors_code_check" CHECK ("sectors"."code" ~ '^[0-9]{2}$'),
	CONSTRAINT "sectors_valid_to_check" CHECK ("sectors"."valid_to" is null or "sectors"."valid_to" > "sectors"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_kind_check";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "duty_title" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "intake_code" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "door_code" text;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_minimums" ADD CONSTRAINT "group_minimums_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_sector_code_fk" FOREIGN KEY ("sector_code") REFERENCES "sectors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_convenor_member_id_fk" FOREIGN KEY ("convenor_member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_particulars" ADD CONSTRAINT "member_particulars_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_city_code_fk" FOREIGN KEY ("city_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_sector_code_fk" FOREIGN KEY ("sector_code") REFERENCES "sectors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "village_members" ADD CONSTRAINT "village_members_village_code_fk" FOREIGN KEY ("village_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "village_members" ADD CONSTRAINT "village_members_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_sessions" ADD CONSTRAINT "term_sessions_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_group_id_member_id_key" ON "group_members" USING btree ("group_id","member_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "group_members_member_id_idx" ON "group_members" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_place_name_key" ON "groups" USING btree (coalesce("county_code", "city_code"),"name") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "groups_county_idx" ON "groups" USING btree ("county_code","name","id");--> statement-breakpoint
CREATE INDEX "groups_city_idx" ON "groups" USING btree ("city_code","name","id");--> statement-breakpoint
CREATE INDEX "member_journal_member_id_idx" ON "member_journal" USING btree ("member_id","at","id");--> statement-breakpoint
CREATE INDEX "member_journal_group_id_idx" ON "member_journal" USING btree ("group_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_member_id_place_key" ON "memberships" USING btree ("member_id",coalesce("county_code", "city_code")) WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "memberships_member_id_idx" ON "memberships" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "memberships_county_idx" ON "memberships" USING btree ("county_code","sector_code","member_id");--> statement-breakpoint
CREATE INDEX "memberships_city_idx" ON "memberships" USING btree ("city_code","sector_code","member_id") WHERE county_code is null;--> statement-breakpoint
CREATE UNIQUE INDEX "village_members_village_code_key" ON "village_members" USING btree ("village_code") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "village_members_member_id_idx" ON "village_members" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "village_members_county_idx" ON "village_members" USING btree ("county_code","village_code");--> statement-breakpoint
CREATE INDEX "village_members_township_idx" ON "village_members" USING btree ("township_code","village_code");--> statement-breakpoint
CREATE INDEX "organisation_journal_organisation_id_idx" ON "organisation_journal" USING btree ("organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "posts_organisation_id_idx" ON "posts" USING btree ("organisation_id","place_no","id");--> statement-breakpoint
CREATE INDEX "members_name_idx" ON "members" USING btree ("name" collate "zh-Hans-CN-x-icu","id");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_intake_code_key" UNIQUE("intake_code");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_door_code_key" UNIQUE("door_code");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_kind_check" CHECK ("organisations"."kind" in ('committee','city_office','county_office','research_office','members_affairs','special_committee','participating_unit','township_group','department'));
