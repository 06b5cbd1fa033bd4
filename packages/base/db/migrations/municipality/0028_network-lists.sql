ALTER TABLE "imports" DROP CONSTRAINT "imports_kind_division_code_sha256_key";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_state_check";--> statement-breakpoint
DROP INDEX "memberships_county_idx";--> statement-breakpoint
DROP INDEX "memberships_city_idx";--> statement-breakpoint
DROP INDEX "events_city_idx";--> statement-breakpoint
DROP INDEX "events_county_idx";--> statement-breakpoint
DROP INDEX "events_township_idx";--> statement-breakpoint
DROP INDEX "events_platform_idx";--> statement-breakpoint
DROP INDEX "imports_division_code_idx";--> statement-breakpoint
DROP INDEX "memberships_member_id_place_key";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "latest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "place_code" text GENERATED ALWAYS AS (coalesce(county_code, city_code)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "placed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "imports_latest_key" ON "imports" USING btree ("kind","division_code","sha256") WHERE latest;--> statement-breakpoint
CREATE INDEX "imports_unended_idx" ON "imports" USING btree ("sent_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "memberships_city_name_idx" ON "memberships" USING btree ("city_code","name" collate "zh-Hans-CN-x-icu","member_id") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "memberships_city_sector_idx" ON "memberships" USING btree ("city_code","sector_code","name" collate "zh-Hans-CN-x-icu","member_id") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "memberships_city_gap_idx" ON "memberships" USING btree ("city_code","name" collate "zh-Hans-CN-x-icu","member_id") WHERE left_on is null and not placed;--> statement-breakpoint
CREATE INDEX "memberships_place_name_idx" ON "memberships" USING btree ("place_code","name" collate "zh-Hans-CN-x-icu","member_id") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "memberships_place_sector_idx" ON "memberships" USING btree ("place_code","sector_code","name" collate "zh-Hans-CN-x-icu","member_id") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "memberships_place_gap_idx" ON "memberships" USING btree ("place_code","name" collate "zh-Hans-CN-x-icu","member_id") WHERE left_on is null and not placed;--> statement-breakpoint
CREATE INDEX "events_city_idx" ON "events" USING btree ("city_code","starts_at","matter_id","ends_at");--> statement-breakpoint
CREATE INDEX "events_county_idx" ON "events" USING btree ("county_code","starts_at","matter_id","ends_at");--> statement-breakpoint
CREATE INDEX "events_township_idx" ON "events" USING btree ("township_code","starts_at","matter_id","ends_at");--> statement-breakpoint
CREATE INDEX "events_platform_idx" ON "events" USING btree ("platform_id","starts_at","matter_id","ends_at");--> statement-breakpoint
CREATE INDEX "imports_division_code_idx" ON "imports" USING btree ("division_code","kind","sent_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_member_id_place_key" ON "memberships" USING btree ("member_id","place_code") WHERE left_on is null;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_state_check" CHECK ("imports"."state" in ('arriving','waiting','running','done','refused','stopped'));
