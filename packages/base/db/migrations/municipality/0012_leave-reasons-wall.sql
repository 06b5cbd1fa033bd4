-- Why a member asks for leave shows itself to the one office that decides and to the account that wrote it.
alter table leave_reasons enable row level security;
--> statement-breakpoint
alter table leave_reasons force row level security;
--> statement-breakpoint
create policy leave_reasons_scope on leave_reasons
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', office_code, 'account:' || account_id], false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && array['system', office_code, 'account:' || account_id], false));
