CREATE TABLE "import_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"column_key" text,
	"code" text NOT NULL,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"division_code" text NOT NULL,
	"sha256" text NOT NULL,
	"stored_name" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"role" text,
	"actor_id" uuid,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"rows" integer,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"same" integer DEFAULT 0 NOT NULL,
	"refused_rows" integer DEFAULT 0 NOT NULL,
	"refusal" text,
	"refusal_place" text,
	CONSTRAINT "imports_kind_division_code_sha256_key" UNIQUE("kind","division_code","sha256"),
	CONSTRAINT "imports_kind_check" CHECK ("imports"."kind" in ('members','organisations')),
	CONSTRAINT "imports_state_check" CHECK ("imports"."state" in ('waiting','running','done','refused'))
);
--> statement-breakpoint
ALTER TABLE "import_findings" ADD CONSTRAINT "import_findings_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_findings_import_id_idx" ON "import_findings" USING btree ("import_id","row_no","id");--> statement-breakpoint
CREATE INDEX "imports_division_code_idx" ON "imports" USING btree ("division_code","kind","sent_at");
