CREATE INDEX "event_invitees_organisation_id_idx" ON "event_invitees" USING btree ("organisation_id","event_id") WHERE organisation_id is not null;
