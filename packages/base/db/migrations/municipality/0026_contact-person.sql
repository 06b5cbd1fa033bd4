ALTER TABLE "grants" DROP CONSTRAINT "grants_role_check";--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "contact_person_id" uuid;--> statement-breakpoint
CREATE INDEX "issues_contact_person_idx" ON "issues" USING btree ("contact_person_id","opened_at","matter_id") WHERE contact_person_id is not null;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_role_check" CHECK ("grants"."role" in ('host','county_office','city_office','department_clerk','contact_person','member','auditor','operator'));
