comment on table methods is 'append-only: how committees talk things over; a change is a further version';
--> statement-breakpoint
comment on table research_notes is 'append-only: what was looked into before a topic was talked over';
