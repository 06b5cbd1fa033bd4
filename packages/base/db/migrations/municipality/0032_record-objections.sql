CREATE TABLE "record_objections" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"words" text NOT NULL,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp(3) with time zone,
	CONSTRAINT "record_objections_answer_check" CHECK (("record_objections"."answer" is null) = ("record_objections"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_kind_check";--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_ground_check";--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_objections" ADD CONSTRAINT "record_objections_about_id_fk" FOREIGN KEY ("about_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "record_objections_open_key" ON "record_objections" USING btree ("member_id","about_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "record_objections_member_idx" ON "record_objections" USING btree ("member_id","about_id","raised_at");--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_kind_check" CHECK ("matters"."kind" in ('issue','topic','session','outcome_line','event','turn','expert_request','member_visit','record_objection'));--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_ground_check" CHECK ("matters"."kind" in ('event','turn','expert_request','member_visit','record_objection') or "matters"."township_code" is not null);
