ALTER TABLE "notices" DROP CONSTRAINT "notices_event_check";--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "unit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "account_id" uuid;--> statement-breakpoint
CREATE INDEX "notices_account_idx" ON "notices" USING btree ("account_id","at","id") WHERE account_id is not null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_recipient_check" CHECK (num_nonnulls("notices"."unit_id", "notices"."account_id") = 1);--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_event_check" CHECK ("notices"."event" in ('turn','reminded','escalated','unstaffed','asked','moved','called_off'));
