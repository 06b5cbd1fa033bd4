ALTER TABLE "members" DROP CONSTRAINT "members_organisation_id_fk";
--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_city_code_fk";
--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_county_code_fk";
--> statement-breakpoint
DROP INDEX "members_city_idx";--> statement-breakpoint
DROP INDEX "members_county_idx";--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "intake_code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "door_code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "sector";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "organisation_id";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "city_code";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "county_code";
