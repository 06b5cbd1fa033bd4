-- Every site that was there before sites had roles is a hall. The role takes the hall's own id: it is its first one.
-- Since when the plaque hangs nobody wrote down. The hours in words stay where they are, as the note.
insert into platform_roles (id, platform_id, role, plaque_name)
  select p.id, p.id, 'hall', p.name from platforms p
   where not exists (select 1 from platform_roles r where r.platform_id = p.id);
--> statement-breakpoint
-- History is not the application's to rewrite: the comment is what grants go by.
comment on table platform_history is 'append-only: what was done to a site, by whom and why';
