DROP INDEX "published_issues_city_idx";--> statement-breakpoint
DROP INDEX "published_issues_county_idx";--> statement-breakpoint
DROP INDEX "published_issues_township_idx";--> statement-breakpoint
DROP INDEX "matters_city_idx";--> statement-breakpoint
DROP INDEX "matters_county_idx";--> statement-breakpoint
DROP INDEX "matters_township_idx";--> statement-breakpoint
DROP INDEX "matters_village_idx";--> statement-breakpoint
DROP INDEX "matters_handler_idx";--> statement-breakpoint
DROP INDEX "notices_unit_idx";--> statement-breakpoint
CREATE INDEX "published_issues_city_idx" ON "published_issues" USING btree ("city_code","closed_at","matter_id");--> statement-breakpoint
CREATE INDEX "published_issues_county_idx" ON "published_issues" USING btree ("county_code","closed_at","matter_id");--> statement-breakpoint
CREATE INDEX "published_issues_township_idx" ON "published_issues" USING btree ("township_code","closed_at","matter_id");--> statement-breakpoint
CREATE INDEX "matters_city_idx" ON "matters" USING btree ("city_code","kind","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_county_idx" ON "matters" USING btree ("county_code","kind","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_township_idx" ON "matters" USING btree ("township_code","kind","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_village_idx" ON "matters" USING btree ("village_code","kind","opened_at","id");--> statement-breakpoint
CREATE INDEX "matters_handler_idx" ON "matters" USING btree ("handler_unit_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "notices_unit_idx" ON "notices" USING btree ("unit_id","at","id");