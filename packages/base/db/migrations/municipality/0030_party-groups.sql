ALTER TABLE "groups" DROP CONSTRAINT "groups_kind_check";--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_kind_check" CHECK ("groups"."kind" in ('sector','ground','study','interest','party'));
