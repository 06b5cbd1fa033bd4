CREATE TABLE "receptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"issue_id" uuid,
	"about" text,
	"said" text,
	"at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "receptions_what_check" CHECK (("receptions"."issue_id" is null) = ("receptions"."about" is not null))
);
--> statement-breakpoint
CREATE TABLE "rota_members" (
	"rota_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"order_no" smallint NOT NULL,
	"away" jsonb NOT NULL,
	CONSTRAINT "rota_members_pkey" PRIMARY KEY("rota_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "rotas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"township_code" text,
	"village_code" text,
	"pattern" jsonb NOT NULL,
	"on_holiday" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"start_time" text NOT NULL,
	"end_time" text NOT NULL,
	"per_turn" smallint NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"published_at" timestamp(3) with time zone,
	CONSTRAINT "rotas_on_holiday_check" CHECK ("rotas"."on_holiday" in ('next_working_day','leave_out','keep')),
	CONSTRAINT "rotas_span_check" CHECK ("rotas"."from_on" <= "rotas"."until_on"),
	CONSTRAINT "rotas_per_turn_check" CHECK ("rotas"."per_turn" between 1 and 6)
);
--> statement-breakpoint
CREATE TABLE "turn_swaps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"asker_id" uuid NOT NULL,
	"asked_id" uuid NOT NULL,
	"in_return_id" uuid,
	"state" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "turn_swaps_state_check" CHECK ("turn_swaps"."state" in ('asked','accepted','refused','withdrawn')),
	CONSTRAINT "turn_swaps_ended_check" CHECK (("turn_swaps"."state" = 'asked') = ("turn_swaps"."ended_at" is null)),
	CONSTRAINT "turn_swaps_two_check" CHECK ("turn_swaps"."asker_id" <> "turn_swaps"."asked_id")
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"rota_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"city_code" text NOT NULL,
	"county_code" text,
	"township_code" text,
	"village_code" text,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"place_no" smallint NOT NULL,
	"member_id" uuid,
	"moved_from" date,
	"alarms" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "turns_period_check" CHECK ("turns"."ends_at" > "turns"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_event_check";--> statement-breakpoint
ALTER TABLE "receptions" ADD CONSTRAINT "receptions_turn_id_fk" FOREIGN KEY ("turn_id") REFERENCES "turns"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receptions" ADD CONSTRAINT "receptions_issue_id_fk" FOREIGN KEY ("issue_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_members" ADD CONSTRAINT "rota_members_rota_id_fk" FOREIGN KEY ("rota_id") REFERENCES "rotas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rota_members" ADD CONSTRAINT "rota_members_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotas" ADD CONSTRAINT "rotas_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotas" ADD CONSTRAINT "rotas_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_turn_id_fk" FOREIGN KEY ("turn_id") REFERENCES "turns"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_in_return_id_fk" FOREIGN KEY ("in_return_id") REFERENCES "turns"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_asker_id_fk" FOREIGN KEY ("asker_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_asked_id_fk" FOREIGN KEY ("asked_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_rota_id_fk" FOREIGN KEY ("rota_id") REFERENCES "rotas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "receptions_turn_idx" ON "receptions" USING btree ("turn_id","at","id");--> statement-breakpoint
CREATE INDEX "receptions_issue_idx" ON "receptions" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "rotas_platform_idx" ON "rotas" USING btree ("platform_id","from_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "turn_swaps_open_key" ON "turn_swaps" USING btree ("turn_id") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "turn_swaps_asked_idx" ON "turn_swaps" USING btree ("asked_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "turn_swaps_asker_idx" ON "turn_swaps" USING btree ("asker_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "turns_platform_idx" ON "turns" USING btree ("platform_id","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "turns_member_idx" ON "turns" USING btree ("member_id","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "turns_rota_idx" ON "turns" USING btree ("rota_id","starts_at","place_no");--> statement-breakpoint
CREATE INDEX "turns_city_idx" ON "turns" USING btree ("city_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "turns_county_idx" ON "turns" USING btree ("county_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "turns_township_idx" ON "turns" USING btree ("township_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "turns_village_idx" ON "turns" USING btree ("village_code","starts_at","matter_id");--> statement-breakpoint
CREATE INDEX "turns_unstaffed_idx" ON "turns" USING btree ("starts_at","matter_id") WHERE member_id is null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_event_check" CHECK ("notices"."event" in ('turn','reminded','escalated','unstaffed'));
