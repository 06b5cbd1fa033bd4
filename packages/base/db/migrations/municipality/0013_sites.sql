CREATE TABLE "demonstrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sponsor" text,
	"guarantor_organisation_id" uuid,
	"task_force" text,
	"plan" text,
	"nominated_on" date NOT NULL,
	"active_on" date,
	"reviewed_on" date,
	"review_due_on" date,
	"review_reason" text,
	CONSTRAINT "demonstrations_state_check" CHECK ("demonstrations"."state" in ('nominated','active','kept','removed')),
	CONSTRAINT "demonstrations_four_check" CHECK ("demonstrations"."state" in ('nominated','removed') or ("demonstrations"."sponsor" is not null
        and "demonstrations"."guarantor_organisation_id" is not null and "demonstrations"."task_force" is not null and "demonstrations"."plan" is not null
        and "demonstrations"."active_on" is not null and "demonstrations"."review_due_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"township_code" text,
	"village_code" text,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text NOT NULL,
	"end_reason" text,
	CONSTRAINT "placements_period_check" CHECK ("placements"."to_on" is null or "placements"."to_on" >= "placements"."from_on"),
	CONSTRAINT "placements_end_check" CHECK (("placements"."to_on" is null) = ("placements"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "platform_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"reason" text,
	"facts" jsonb NOT NULL,
	CONSTRAINT "platform_history_action_check" CHECK ("platform_history"."action" in ('added','edited','role_added','role_ended','member_placed','member_left','nominated','demonstration_saved','demonstration_active','demonstration_kept','demonstration_removed','closed','reopened'))
);
--> statement-breakpoint
CREATE TABLE "platform_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"role" text NOT NULL,
	"plaque_name" text NOT NULL,
	"since_on" date,
	"until_on" date,
	CONSTRAINT "platform_roles_role_check" CHECK ("platform_roles"."role" in ('hall','studio','contact_point','parlour','committee_window','county_window','liaison_station','work_station','deliberation_room','activity_centre','sector_station','community_station','bookroom','service_station','monitoring_point'))
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_attached_check";--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_published_check";--> statement-breakpoint
ALTER TABLE "platforms" DROP CONSTRAINT "platforms_kind_check";--> statement-breakpoint
ALTER TABLE "platforms" DROP CONSTRAINT "platforms_seats_check";--> statement-breakpoint
ALTER TABLE "platforms" DROP CONSTRAINT "platforms_township_code_fk";
--> statement-breakpoint
DROP INDEX "files_unattached_idx";--> statement-breakpoint
DROP INDEX "platforms_county_idx";--> statement-breakpoint
DROP INDEX "platforms_township_idx";--> statement-breakpoint
DROP INDEX "platforms_city_idx";--> statement-breakpoint
ALTER TABLE "platforms" ALTER COLUMN "county_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ALTER COLUMN "township_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ALTER COLUMN "open_hours" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "village_code" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "place_code" text GENERATED ALWAYS AS (coalesce(village_code, township_code, county_code, city_code)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "hours" jsonb DEFAULT '{"week":[],"closesOnHolidays":true,"exceptions":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "services" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "lead_post" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "authority_document" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "rules" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "closed_reason" text;--> statement-breakpoint
ALTER TABLE "demonstrations" ADD CONSTRAINT "demonstrations_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demonstrations" ADD CONSTRAINT "demonstrations_guarantor_organisation_id_fk" FOREIGN KEY ("guarantor_organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_roles" ADD CONSTRAINT "platform_roles_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "demonstrations_current_key" ON "demonstrations" USING btree ("platform_id") WHERE state <> 'removed';--> statement-breakpoint
CREATE INDEX "demonstrations_platform_id_idx" ON "demonstrations" USING btree ("platform_id");--> statement-breakpoint
CREATE UNIQUE INDEX "placements_current_key" ON "placements" USING btree ("member_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "placements_platform_id_idx" ON "placements" USING btree ("platform_id");--> statement-breakpoint
CREATE INDEX "placements_city_idx" ON "placements" USING btree ("city_code") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "placements_county_idx" ON "placements" USING btree ("county_code") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "placements_township_idx" ON "placements" USING btree ("township_code") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "platform_history_platform_id_idx" ON "platform_history" USING btree ("platform_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "platform_roles_current_key" ON "platform_roles" USING btree ("platform_id","role") WHERE until_on is null;--> statement-breakpoint
CREATE INDEX "platform_roles_platform_id_idx" ON "platform_roles" USING btree ("platform_id");--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_place_code_fk" FOREIGN KEY ("place_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_subject_id_idx" ON "files" USING btree ("subject_id") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "platforms_village_idx" ON "platforms" USING btree ("village_code","name","id");--> statement-breakpoint
CREATE INDEX "files_unattached_idx" ON "files" USING btree ("uploaded_at") WHERE attached_at is null;--> statement-breakpoint
CREATE INDEX "platforms_county_idx" ON "platforms" USING btree ("county_code","place_code","name","id");--> statement-breakpoint
CREATE INDEX "platforms_township_idx" ON "platforms" USING btree ("township_code","place_code","name","id");--> statement-breakpoint
CREATE INDEX "platforms_city_idx" ON "platforms" USING btree ("city_code","place_code","name","id");--> statement-breakpoint
ALTER TABLE "platforms" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_subject_check" CHECK ("files"."matter_id" is null or "files"."subject_id" is null);--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_attached_check" CHECK (("files"."matter_id" is null and "files"."subject_id" is null) = ("files"."attached_at" is null));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_published_check" CHECK ("files"."attached_at" is not null or not "files"."published");--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_levels_check" CHECK (("platforms"."county_code" is not null or "platforms"."township_code" is null)
        and ("platforms"."township_code" is not null or "platforms"."village_code" is null));--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_closed_check" CHECK (("platforms"."closed_on" is null) = ("platforms"."closed_reason" is null));--> statement-breakpoint
ALTER TABLE "platforms" ADD CONSTRAINT "platforms_seats_check" CHECK ("platforms"."seats" >= 0);
