-- A host of one village opens the words of its residents; until now only the township and the county were doors.
alter policy issue_words_scope on issue_words
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || matter_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || matter_id], false));
--> statement-breakpoint
alter policy issue_messages_scope on issue_messages
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || matter_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || matter_id], false));
--> statement-breakpoint
alter policy judgements_scope on judgements
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || issue_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || issue_id], false));
--> statement-breakpoint
-- Whoever stands in for a department over one matter has a door to its handling copy (`copy:`), which is none to the
-- resident's words.
alter policy issues_scope on issues
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', city_code, county_code, township_code, village_code, 'matter:' || matter_id, 'copy:' || matter_id, 'organisation:' || handler_unit_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', city_code, county_code, township_code, village_code, 'matter:' || matter_id, 'copy:' || matter_id, 'organisation:' || handler_unit_id], false));
--> statement-breakpoint
-- A photo with a unit on it is evidence, for the city and the unit's substitutes too. One without came from a resident,
-- and belongs to whoever may read their words.
alter policy files_scope on files
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || matter_id, 'organisation:' || handler_unit_id, case when handler_unit_id is not null then city_code end, case when handler_unit_id is not null then 'copy:' || matter_id end], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', county_code, township_code, village_code, 'matter:' || matter_id, 'organisation:' || handler_unit_id, case when handler_unit_id is not null then city_code end, case when handler_unit_id is not null then 'copy:' || matter_id end], false));
