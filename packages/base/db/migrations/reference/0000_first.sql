CREATE TABLE "divisions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_code" text,
	"city_code" text,
	"county_code" text,
	"township_code" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"succeeded_by" text,
	CONSTRAINT "divisions_level_check" CHECK ("divisions"."level" in ('province','city','county','township','village')),
	CONSTRAINT "divisions_code_check" CHECK ("divisions"."code" ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$')
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"provisional" boolean NOT NULL,
	CONSTRAINT "calendar_days_kind_check" CHECK ("calendar_days"."kind" in ('holiday','working'))
);
--> statement-breakpoint
ALTER TABLE "divisions" ADD CONSTRAINT "divisions_parent_code_fk" FOREIGN KEY ("parent_code") REFERENCES "divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "divisions_parent_code_idx" ON "divisions" USING btree ("parent_code","code");--> statement-breakpoint
CREATE INDEX "divisions_city_code_idx" ON "divisions" USING btree ("city_code","level","code");