ALTER TABLE "group_minimums" DROP CONSTRAINT "group_minimums_amount_check";--> statement-breakpoint
ALTER TABLE "group_minimums" DROP CONSTRAINT "group_minimums_pkey";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "group_minimums" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_minimums" ADD CONSTRAINT "group_minimums_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_group_idx" ON "events" USING btree ("group_id","category","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "journal_member_idx" ON "journal" USING btree ("account_id","at","matter_id") WHERE role = 'member' and move = 'open';--> statement-breakpoint
CREATE INDEX "placements_member_id_idx" ON "placements" USING btree ("member_id","from_on");--> statement-breakpoint
ALTER TABLE "group_minimums" ADD CONSTRAINT "group_minimums_organisation_id_year_category_group_id_key" UNIQUE NULLS NOT DISTINCT("organisation_id","year","category","group_id");--> statement-breakpoint
ALTER TABLE "group_minimums" ADD CONSTRAINT "group_minimums_amount_check" CHECK ("group_minimums"."amount" > 0 or ("group_minimums"."amount" = 0 and "group_minimums"."group_id" is not null));
