CREATE TABLE "settled_counts" (
	"division_code" text NOT NULL,
	"closing_class" text NOT NULL,
	"amount" integer NOT NULL,
	CONSTRAINT "settled_counts_pkey" PRIMARY KEY("division_code","closing_class"),
	CONSTRAINT "settled_counts_closing_class_check" CHECK ("settled_counts"."closing_class" in ('solved','partly','disagreed','explained','unrated'))
);
--> statement-breakpoint
CREATE INDEX "published_issues_city_ending_idx" ON "published_issues" USING btree ("city_code","closing_class","closed_at","matter_id");--> statement-breakpoint
CREATE INDEX "published_issues_county_ending_idx" ON "published_issues" USING btree ("county_code","closing_class","closed_at","matter_id");--> statement-breakpoint
CREATE INDEX "published_issues_township_ending_idx" ON "published_issues" USING btree ("township_code","closing_class","closed_at","matter_id");--> statement-breakpoint
INSERT INTO "settled_counts" ("division_code", "closing_class", "amount")
  SELECT level.code, page."closing_class", count(*)
    FROM "published_issues" page
    CROSS JOIN LATERAL (VALUES (page."city_code"), (page."county_code"), (page."township_code")) AS level (code)
   WHERE page."closing_class" IS NOT NULL AND page."closed_at" IS NOT NULL
   GROUP BY 1, 2;
