CREATE TABLE "archive_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"item_no" smallint NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"file_id" uuid,
	"body" text,
	"url" text,
	"published" boolean DEFAULT false NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	"added_by" uuid,
	"removed_at" timestamp(3) with time zone,
	"remove_reason" text,
	CONSTRAINT "archive_items_event_id_item_no_key" UNIQUE("event_id","item_no"),
	CONSTRAINT "archive_items_file_id_key" UNIQUE("file_id"),
	CONSTRAINT "archive_items_kind_check" CHECK ("archive_items"."kind" in ('photo','text','finding','link')),
	CONSTRAINT "archive_items_content_check" CHECK (("archive_items"."kind" = 'photo') = ("archive_items"."file_id" is not null)
          and ("archive_items"."kind" = 'link') = ("archive_items"."url" is not null)
          and ("archive_items"."kind" in ('text','finding')) = ("archive_items"."body" is not null)),
	CONSTRAINT "archive_items_removed_check" CHECK ("archive_items"."removed_at" is null or not "archive_items"."published")
);
--> statement-breakpoint
CREATE TABLE "event_sites" (
	"event_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	CONSTRAINT "event_sites_pkey" PRIMARY KEY("event_id","platform_id")
);
--> statement-breakpoint
ALTER TABLE "event_kinds" ADD COLUMN "added_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "event_kinds" ADD COLUMN "added_by" uuid;--> statement-breakpoint
ALTER TABLE "event_kinds" ADD COLUMN "retired_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "event_kinds" ADD COLUMN "retired_by" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "speaker" text;--> statement-breakpoint
ALTER TABLE "archive_items" ADD CONSTRAINT "archive_items_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_items" ADD CONSTRAINT "archive_items_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sites" ADD CONSTRAINT "event_sites_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sites" ADD CONSTRAINT "event_sites_platform_id_fk" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_sites_platform_idx" ON "event_sites" USING btree ("platform_id","event_id");--> statement-breakpoint
CREATE INDEX "events_kind_idx" ON "events" USING btree ("kind_id","starts_at","matter_id");
