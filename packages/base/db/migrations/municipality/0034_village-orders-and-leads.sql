CREATE TABLE "lead_follow_ups" (
	"lead_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"on_day" date NOT NULL,
	"what" text NOT NULL,
	"next_on" date,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "lead_follow_ups_pkey" PRIMARY KEY("lead_id","seq")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"organisation" text NOT NULL,
	"what" text NOT NULL,
	"contact_post" text,
	"last_on" date NOT NULL,
	"next_on" date,
	CONSTRAINT "leads_subject_check" CHECK ("leads"."subject" in ('talent','investment','other'))
);
--> statement-breakpoint
CREATE TABLE "outreach_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"service" text NOT NULL,
	"title" text NOT NULL,
	"what" text NOT NULL,
	"team" text NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	"added_by" uuid,
	"ended_at" timestamp(3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "outreach_offers_service_check" CHECK ("outreach_offers"."service" in ('culture','health','science','education','law','sport'))
);
--> statement-breakpoint
CREATE TABLE "village_orders" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text NOT NULL,
	"township_code" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"wished_on" date NOT NULL,
	"expected" integer NOT NULL,
	"words" text,
	"comes_on" date,
	"served_on" date,
	"people" integer,
	"served_words" text,
	CONSTRAINT "village_orders_expected_check" CHECK ("village_orders"."expected" >= 0),
	CONSTRAINT "village_orders_people_check" CHECK ("village_orders"."people" >= 0),
	CONSTRAINT "village_orders_served_check" CHECK (("village_orders"."served_on" is null) = ("village_orders"."people" is null))
);
--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_kind_check";--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_ground_check";--> statement-breakpoint
ALTER TABLE "lead_follow_ups" ADD CONSTRAINT "lead_follow_ups_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "leads"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach_offers" ADD CONSTRAINT "outreach_offers_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "village_orders" ADD CONSTRAINT "village_orders_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "village_orders" ADD CONSTRAINT "village_orders_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "outreach_offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_event_idx" ON "leads" USING btree ("event_id","matter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outreach_offers_organisation_id_title_key" ON "outreach_offers" USING btree ("organisation_id","title") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "village_orders_city_idx" ON "village_orders" USING btree ("city_code","asked_at","matter_id");--> statement-breakpoint
CREATE INDEX "village_orders_county_idx" ON "village_orders" USING btree ("county_code","asked_at","matter_id");--> statement-breakpoint
CREATE INDEX "village_orders_township_idx" ON "village_orders" USING btree ("township_code","asked_at","matter_id");--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_kind_check" CHECK ("matters"."kind" in ('issue','topic','session','outcome_line','event','turn','expert_request','member_visit','record_objection','lead','village_order'));--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_ground_check" CHECK ("matters"."kind" in ('event','turn','expert_request','member_visit','record_objection','lead','village_order') or "matters"."township_code" is not null);
