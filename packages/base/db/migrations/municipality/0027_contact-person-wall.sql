-- A contact person sees how that goes which they brought in: the handling copy, to read and never to write. Their words
-- and judgements, photos and the vault have no such door.
create policy issues_brought_in on issues for select
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['contact:' || contact_person_id], false));
