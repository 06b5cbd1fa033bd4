CREATE TABLE "methods" (
	"division_code" text NOT NULL,
	"version" smallint NOT NULL,
	"brand" text NOT NULL,
	"lead" text NOT NULL,
	"fixed_seats" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "methods_pkey" PRIMARY KEY("division_code","version"),
	CONSTRAINT "methods_version_check" CHECK ("methods"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "research_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"topic_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"way" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "research_notes_way_check" CHECK ("research_notes"."way" in ('visit','study','experts'))
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method_of" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "method_version" smallint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "fixed_seats_filled" jsonb;--> statement-breakpoint
ALTER TABLE "methods" ADD CONSTRAINT "methods_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_notes" ADD CONSTRAINT "research_notes_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "topics"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "research_notes_topic_id_idx" ON "research_notes" USING btree ("topic_id","on_day","id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_method_fk" FOREIGN KEY ("method_of","method_version") REFERENCES "methods"("division_code","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_method_idx" ON "sessions" USING btree ("method_of","starts_at","matter_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_method_check" CHECK (("sessions"."method_of" is null) = ("sessions"."method_version" is null));
