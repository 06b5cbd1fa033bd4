CREATE TABLE "identities" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kept_at" timestamp(3) with time zone NOT NULL
);
