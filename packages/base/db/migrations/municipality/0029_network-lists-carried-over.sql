-- The lists of members are in the order of names and tell who stands behind no site: what each membership says of it.
update memberships m set name = p.name from members p where p.id = m.member_id;
--> statement-breakpoint
update memberships m set placed = true
 where exists (select 1 from placements p where p.member_id = m.member_id and p.to_on is null);
