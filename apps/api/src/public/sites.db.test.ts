import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf } from '@tongxin/matters/testing';
import { giveVillage } from '@tongxin/members/commands';
import { memberOfVillage } from '@tongxin/members/queries';
import { placeMember } from '@tongxin/platforms/commands';
import { getPlatform } from '@tongxin/platforms/queries';
import { makePublicRota, rotaSceneOf, type RotaScene } from '@tongxin/rotas/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, textOf, type TestSite } from './testing/browser.ts';

const village = '330702001001';

let database: TestDatabase;
let site: TestSite;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
  site = await openTestSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const house = () => contextOf(database, system);
const get = async (path: string) => site.browser().get(path);
const text = async (path: string) => textOf((await get(path)).html);

describe('a site’s page', () => {
  it('says who is on duty next by name and role, once the rota is public, and never a telephone', async () => {
    const hidden = await makePublicRota(scene, {}, { isPublic: false });
    expect(await text(`/sites/${hidden.siteId}`)).not.toContain('值班委员');
    const { siteId } = await makePublicRota(scene, {
      startTime: Temporal.PlainTime.from('13:00'),
      endTime: Temporal.PlainTime.from('15:00'),
    });
    const page = await text(`/sites/${siteId}`);
    expect(page).toContain('2026年11月25日（周三）13:00–15:00');
    expect(page).toContain('值班委员');
    expect(page).not.toMatch(/1[3-9]\d{9}/);
  });

  it('of a hall names its paper and its leading post, or says that they are not registered', async () => {
    const page = await text(`/sites/${scene.siteId}`);
    expect(page).toMatch(/谁牵头\s*还没有登记/);
    expect(page).toMatch(/建设依据\s*还没有登记/);
  });
});

describe('a village’s page', () => {
  it('names the member of the village with their public code; other places say nothing', async () => {
    await giveVillage(house(), { villageCode: village, memberId: scene.chen.id });
    await placeMember(house(), { memberId: scene.chen.id, platformId: scene.siteId, reason: '编组' });
    const { name, intakeCode } = (await memberOfVillage(house(), village))!;
    const { html } = await get(`/place/${village}`);
    expect(textOf(html)).toContain('联系委员');
    expect(textOf(html)).toContain(name);
    expect(html).toContain(`href="/m/${intakeCode}"`);
    expect(await text('/place/330702001')).not.toContain('联系委员');
  });

  it('leads by the code, however it is typed, to the member’s page with their door and the way to write', async () => {
    const { name, intakeCode } = (await memberOfVillage(house(), village))!;
    const { address } = await getPlatform(house(), scene.siteId);
    for (const code of [intakeCode, intakeCode.toLowerCase()]) {
      const { html } = await get(`/m/${code}`);
      expect(textOf(html)).toContain(`政协委员 ${name}`);
      expect(textOf(html)).toContain(address);
      expect(html).toContain(`href="/tell?place=${village}"`);
    }
  });

  it('has no page behind a code that is nobody’s', async () => {
    for (const code of ['ZZZZZZZZZZ', 'x', '%27'])
      expect([code, (await get(`/m/${code}`)).status]).toEqual([code, 404]);
  });
});
