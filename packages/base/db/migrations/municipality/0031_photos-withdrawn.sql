ALTER TABLE "archive_items" DROP CONSTRAINT "archive_items_content_check";--> statement-breakpoint
-- Photos that were taken out before belong to nobody from now on either; the sweep throws their bytes away.
select set_config('app.scope', 'system', true);
--> statement-breakpoint
update files set matter_id = null, attached_at = null, published = false, handler_unit_id = null,
       city_code = null, county_code = null, township_code = null, village_code = null
 where id in (select file_id from archive_items where removed_at is not null and file_id is not null);
--> statement-breakpoint
update archive_items set file_id = null where removed_at is not null;
--> statement-breakpoint
ALTER TABLE "archive_items" ADD CONSTRAINT "archive_items_content_check" CHECK (("archive_items"."kind" = 'photo' and "archive_items"."removed_at" is null) = ("archive_items"."file_id" is not null)
          and ("archive_items"."kind" = 'link') = ("archive_items"."url" is not null)
          and ("archive_items"."kind" in ('text','finding')) = ("archive_items"."body" is not null));
