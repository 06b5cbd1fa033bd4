-- The national list of 34 sectors, with its change of 2023 (packages/sectors/src/national-list.ts names the source).
INSERT INTO "sectors" ("code", "name_zh", "name_en", "valid_from", "valid_to") VALUES
  ('01', '中国共产党', 'Communist Party of China', '2018-03-03', null),
  ('02', '民革', 'Revolutionary Committee of the Chinese Kuomintang', '2018-03-03', null),
  ('03', '民盟', 'China Democratic League', '2018-03-03', null),
  ('04', '民建', 'China National Democratic Construction Association', '2018-03-03', null),
  ('05', '民进', 'China Association for Promoting Democracy', '2018-03-03', null),
  ('06', '农工党', 'Chinese Peasants’ and Workers’ Democratic Party', '2018-03-03', null),
  ('07', '致公党', 'China Zhi Gong Party', '2018-03-03', null),
  ('08', '九三学社', 'Jiusan Society', '2018-03-03', null),
  ('09', '台盟', 'Taiwan Democratic Self-Government League', '2018-03-03', null),
  ('10', '无党派人士', 'Personages without party affiliation', '2018-03-03', null),
  ('11', '共青团和青联', 'Communist Youth League and Youth Federation', '2023-01-18', null),
  ('12', '总工会', 'Federation of Trade Unions', '2018-03-03', null),
  ('13', '妇联', 'Women’s Federation', '2018-03-03', null),
  ('14', '工商联', 'Federation of Industry and Commerce', '2018-03-03', null),
  ('15', '科协', 'Association for Science and Technology', '2018-03-03', null),
  ('16', '台联', 'Federation of Taiwan Compatriots', '2018-03-03', null),
  ('17', '侨联', 'Federation of Returned Overseas Chinese', '2018-03-03', null),
  ('18', '文化艺术界', 'Culture and the arts', '2018-03-03', null),
  ('19', '科学技术界', 'Science and technology', '2018-03-03', null),
  ('20', '社会科学界', 'Social sciences', '2018-03-03', null),
  ('21', '经济界', 'Economy', '2018-03-03', null),
  ('22', '农业界', 'Agriculture', '2018-03-03', null),
  ('23', '教育界', 'Education', '2018-03-03', null),
  ('24', '体育界', 'Sport', '2018-03-03', null),
  ('25', '新闻出版界', 'Press and publishing', '2018-03-03', null),
  ('26', '医药卫生界', 'Medicine and health', '2018-03-03', null),
  ('27', '对外友好界', 'Friendship with other countries', '2018-03-03', null),
  ('28', '社会福利和社会保障界', 'Social welfare and social security', '2018-03-03', null),
  ('29', '环境资源界', 'Environment and resources', '2023-01-18', null),
  ('30', '少数民族界', 'Ethnic minorities', '2018-03-03', null),
  ('31', '宗教界', 'Religions', '2018-03-03', null),
  ('32', '特邀香港人士', 'Specially invited people from Hong Kong', '2018-03-03', null),
  ('33', '特邀澳门人士', 'Specially invited people from Macao', '2018-03-03', null),
  ('34', '特别邀请人士', 'Specially invited people', '2018-03-03', null),
  ('35', '共青团', 'Communist Youth League', '2018-03-03', '2023-01-18'),
  ('36', '青联', 'Youth Federation', '2018-03-03', '2023-01-18');
--> statement-breakpoint
-- What a member had, one sector and one office, becomes their membership. A sector is found by its name with or
-- without 界, or by the usual short words; one that is not on the list stays as it was written.
INSERT INTO "memberships" ("id", "member_id", "organisation_id", "city_code", "county_code", "sector_code", "sector_words", "left_on")
  SELECT uuidv7(), member."id", member."organisation_id", member."city_code", member."county_code", listed."code",
         CASE WHEN listed."code" IS NULL THEN member."sector" END,
         CASE WHEN NOT member."active" THEN current_date END
    FROM "members" member
    LEFT JOIN (VALUES ('中共', '01'), ('工会', '12'), ('农业和农村', '22'), ('农林', '22'),
                      ('文艺', '18'), ('科技', '19'), ('社科', '20'), ('医卫', '26'), ('特邀', '34')) AS short (words, code)
      ON short.words = regexp_replace(member."sector", '界$', '')
    LEFT JOIN "sectors" listed
      ON listed."code" = short.code
      OR regexp_replace(listed."name_zh", '界$', '') = regexp_replace(member."sector", '界$', '');
--> statement-breakpoint
CREATE TABLE "carried_codes" AS
  SELECT "id", upper(translate(left(replace(gen_random_uuid()::text, '-', ''), 10), '01', 'gh')) AS "intake_code",
         upper(translate(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), '01', 'gh')) AS "door_code"
    FROM "members";
--> statement-breakpoint
UPDATE "members" SET "intake_code" = carried."intake_code", "door_code" = left(carried."door_code", 32)
  FROM "carried_codes" carried WHERE carried."id" = "members"."id";
--> statement-breakpoint
DROP TABLE "carried_codes";
--> statement-breakpoint
-- Two terms of one committee never overlap.
alter table terms add constraint terms_no_overlap_excl
  exclude using gist (organisation_id with =, daterange(starts_on, ends_on) with &&);
--> statement-breakpoint
-- The second wall for what is restricted about a member: the office of each committee that the member belongs to, and
-- the member's own account.
alter table member_particulars enable row level security;
--> statement-breakpoint
alter table member_particulars force row level security;
--> statement-breakpoint
create policy member_particulars_scope on member_particulars
  using (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && (array['system', 'account:' || account_id] || doors), false))
  with check (coalesce(string_to_array(nullif(current_setting('app.scope', true), ''), ',') && (array['system', 'account:' || account_id] || doors), false));
--> statement-breakpoint
comment on table organisation_journal is 'append-only: what was done to units, posts and terms';
--> statement-breakpoint
comment on table member_journal is 'append-only: what was done to members, groups and villages';
