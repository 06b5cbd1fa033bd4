DROP INDEX "matters_open_city_idx";--> statement-breakpoint
DROP INDEX "matters_open_county_idx";--> statement-breakpoint
DROP INDEX "matters_open_township_idx";--> statement-breakpoint
CREATE INDEX "matters_city_state_idx" ON "matters" USING btree ("city_code","state","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_county_state_idx" ON "matters" USING btree ("county_code","state","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_township_state_idx" ON "matters" USING btree ("township_code","state","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_open_city_idx" ON "matters" USING btree ("city_code","owner_role","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "matters_open_county_idx" ON "matters" USING btree ("county_code","owner_role","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "matters_open_township_idx" ON "matters" USING btree ("township_code","owner_role","due_at","id") WHERE closed_at is null;