import { newId, system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeTown } from '@tongxin/matters/testing';
import { giveVillage, linkAccount, renewCode } from '@tongxin/members/commands';
import { findMemberByAccount } from '@tongxin/members/queries';
import { makeMember } from '@tongxin/members/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

const village = '330702001001';

let database: TestDatabase;
let site: TestSite;
beforeAll(async () => {
  database = await testDatabase();
  await makeTown(database);
  site = await openTestSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

it('whoever scans a member’s public code sees the member and tells a problem; a renewed code leads nowhere', async () => {
  const house = { municipality: database, actor: system, now: () => Temporal.Now.instant() };
  const organisationId = await makeOrganisation(house, { kind: 'committee', divisionCode: '330702' });
  const memberId = await makeMember(house, { organisationId, name: '扫码甲', dutyTitle: '某校教师' });
  const accountId = newId<'account'>();
  await linkAccount(house, { memberId, accountId });
  await giveVillage(house, { villageCode: village, memberId });
  const { intakeCode, doorCode } = (await findMemberByAccount(house, accountId))!;
  const get = async (code: string) => site.browser().get(`/m/${code}`);

  const page = await get(intakeCode.toLowerCase());
  for (const seen of ['扫码甲', '某校教师', '农业界']) expect(textOf(page.html)).toContain(seen);
  expect(page.html).toContain(`/tell?place=${village}`);
  expect(page.html).not.toContain(doorCode);
  expect(page.html).not.toContain(memberId);
  expect(textOf((await site.browser().get(`/place/${village}`)).html)).toContain('扫码甲');

  await renewCode(house, { memberId, code: 'intake', reason: '码被冒用' });
  const after = (await findMemberByAccount(house, accountId))!.intakeCode;
  expect((await get(after)).status).toBe(200);
  // An address that was never drawn: the kept page of the old code is gone within seconds.
  expect((await site.browser().get(`/m/${intakeCode}?again`)).status).toBe(404);
  expect((await get('nothing')).status).toBe(404);
  expect((await get(doorCode)).status).toBe(404);
});
