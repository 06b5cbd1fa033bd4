ALTER TABLE "links" DROP CONSTRAINT "links_kind_check";--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_kind_check";--> statement-breakpoint
ALTER TABLE "journal" ALTER COLUMN "county_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "journal" ALTER COLUMN "township_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "matters" ALTER COLUMN "county_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "matters" ALTER COLUMN "township_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_levels_check" CHECK ("journal"."township_code" is null or "journal"."county_code" is not null);--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_kind_check" CHECK ("links"."kind" in ('taken_into','merged_into','talked_at','outcome_of','answers','reopened_as','part_of'));--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_levels_check" CHECK (("matters"."township_code" is null or "matters"."county_code" is not null) and ("matters"."village_code" is null or "matters"."township_code" is not null));--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_ground_check" CHECK ("matters"."kind" in ('event','turn') or "matters"."township_code" is not null);--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_kind_check" CHECK ("matters"."kind" in ('issue','topic','session','outcome_line','event','turn'));