ALTER TABLE "issues" DROP CONSTRAINT "issues_channel_check";--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_channel_check" CHECK ("issues"."channel" in ('web','desk','phone','code','paper','member'));
