import { anonymous, newId } from '@tongxin/core';
import { demonstrations } from '../schema.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDesk, getPlatform, listPlatforms } from '../queries/index.ts';
import { ListPlatforms, Nominate } from '../rules/index.ts';
import {
  activateDemonstration,
  closePlatform,
  nominate,
  reviewDemonstration,
  saveDemonstration,
} from './index.ts';
import { openSiteScene, type SiteScene } from './site-scene.ts';

let scene: SiteScene;
beforeAll(async () => {
  scene = await openSiteScene();
});
afterAll(() => scene.close());

const reason = '市级示范点';
const expectRefusal = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code: `platforms.${code}` });
const four = () => ({
  sponsor: '市政协一位副主席',
  guarantorId: scene.town.city.id,
  taskForce: '城东专班',
  plan: '一年十二场，件件有回音',
});
const named = async (parts: object = {}) => {
  const id = await scene.makeHall();
  return { id, demonstrationId: await nominate(scene.county, Nominate.parse({ id, reason, ...parts })) };
};
const stateOf = async (demonstrationId: string) => {
  const [row] = await scene.database.db
    .select({ state: demonstrations.state, due: demonstrations.reviewDueOn })
    .from(demonstrations)
    .where(eq(demonstrations.id, demonstrationId));
  return [row?.state, row?.due?.toString() ?? null];
};

describe('a demonstration site', () => {
  it('is none to anybody until all four are named, and says what is missing', async () => {
    const { id, demonstrationId } = await named();
    await expect(activateDemonstration(scene.city, { demonstrationId })).rejects.toMatchObject({
      code: 'platforms.demonstration_incomplete',
      facts: { missing: ['sponsor', 'guarantorId', 'taskForce', 'plan'] },
    });
    await saveDemonstration(scene.county, { demonstrationId, ...four(), plan: null });
    await expectRefusal(activateDemonstration(scene.city, { demonstrationId }), 'demonstration_incomplete');
    expect((await getPlatform({ ...scene.house, actor: anonymous }, id)).demonstration).toBeNull();
    await saveDemonstration(scene.county, { demonstrationId, ...four() });
    await activateDemonstration(scene.city, { demonstrationId });
    expect(await stateOf(demonstrationId)).toEqual(['active', '2027-11-21']);
    expect((await getPlatform({ ...scene.house, actor: anonymous }, id)).demonstration).toMatchObject({
      sponsor: '市政协一位副主席',
      guarantor: '市政协办公室',
    });
    const examples = await listPlatforms(scene.house, ListPlatforms.parse({ demonstration: true }));
    expect(examples.rows.map((row) => row.id)).toEqual([id]);
    expect((await scene.historyOf(id)).map(({ action }) => action)).toEqual([
      'added',
      'nominated',
      'demonstration_saved',
      'demonstration_saved',
      'demonstration_active',
    ]);
    // Being one, it stays whole.
    await expectRefusal(
      saveDemonstration(scene.county, { demonstrationId, ...four(), plan: null }),
      'demonstration_incomplete',
    );
  });

  it('is refused by the database too while one of the four is missing', async () => {
    const { demonstrationId } = await named();
    const byHand = scene.database.db
      .update(demonstrations)
      .set({ state: 'active' })
      .where(eq(demonstrations.id, demonstrationId));
    await expect(byHand).rejects.toThrow();
  });

  it('is nominated by the county, decided by the city, and nominated once', async () => {
    const id = await scene.makeHall();
    const wish = Nominate.parse({ id, reason, ...four() });
    await expectRefusal(nominate(scene.host, wish), 'not_yours');
    await expectRefusal(nominate(scene.farCounty, wish), 'not_yours');
    await expectRefusal(nominate(scene.county, { ...wish, id: newId() }), 'not_found');
    await expectRefusal(
      nominate(scene.county, { ...wish, guarantorId: scene.town.department.id }),
      'guarantor',
    );
    await expectRefusal(nominate(scene.county, { ...wish, guarantorId: newId() }), 'guarantor');
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => nominate(scene.county, wish)));
    const done = results.filter((result) => result.status === 'fulfilled');
    expect(done).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'platforms.nominated' });
    const demonstrationId = done[0]!.value;
    for (const who of [scene.county, scene.host])
      await expectRefusal(activateDemonstration(who, { demonstrationId }), 'not_yours');
    await expectRefusal(activateDemonstration(scene.city, { demonstrationId: newId() }), 'not_found');
    await expectRefusal(saveDemonstration(scene.farCounty, { demonstrationId, ...four() }), 'not_found');
    await expectRefusal(
      saveDemonstration(scene.county, { demonstrationId: newId(), ...four() }),
      'not_found',
    );
    const guarantorId = scene.town.township.id;
    await expectRefusal(
      saveDemonstration(scene.county, { demonstrationId, ...four(), guarantorId }),
      'guarantor',
    );
    const twice = await Promise.allSettled(
      [1, 2].map(() => activateDemonstration(scene.city, { demonstrationId })),
    );
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is looked at every year: kept for a further one, or removed, after which it may be nominated again', async () => {
    const { id, demonstrationId } = await named(four());
    await expectRefusal(
      reviewDemonstration(scene.city, { demonstrationId, outcome: 'kept', reason }),
      'demonstration_state',
    );
    await activateDemonstration(scene.city, { demonstrationId });
    await expectRefusal(
      reviewDemonstration(scene.county, { demonstrationId, outcome: 'kept', reason }),
      'not_yours',
    );
    const later = { ...scene.city, now: () => Temporal.Instant.from('2027-11-01T02:00:00Z') };
    await reviewDemonstration(later, { demonstrationId, outcome: 'kept', reason: '复核合格' });
    expect(await stateOf(demonstrationId)).toEqual(['kept', '2028-11-01']);
    await reviewDemonstration(later, { demonstrationId, outcome: 'removed', reason: '一年没有活动' });
    expect((await getPlatform(scene.house, id)).demonstration).toBeNull();
    await expectRefusal(
      reviewDemonstration(later, { demonstrationId, outcome: 'kept', reason }),
      'demonstration_state',
    );
    await expectRefusal(
      saveDemonstration(scene.county, { demonstrationId, ...four() }),
      'demonstration_state',
    );
    await nominate(scene.county, Nominate.parse({ id, reason }));
    const desk = await getDesk(scene.county, id);
    expect(desk.demonstrations.map(({ state }) => state)).toEqual(['nominated', 'removed']);
    expect(desk.may.nominate).toEqual({ allowed: false, code: 'platforms.nominated' });
  });

  it('takes only what no unit is for a wrong guarantor; a fault of the database stays one', async () => {
    const id = await scene.makeHall();
    const nominated = (guarantorId: string) => nominate(scene.county, { ...four(), id, reason, guarantorId });
    await expectRefusal(nominated(newId()), 'guarantor');
    await expect(nominated('no id at all')).rejects.not.toMatchObject({ code: 'platforms.guarantor' });
  });

  it('ends with its site', async () => {
    const { id, demonstrationId } = await named(four());
    await activateDemonstration(scene.city, { demonstrationId });
    await closePlatform(scene.host, { id, reason: '拆迁' });
    expect((await stateOf(demonstrationId))[0]).toBe('removed');
    expect((await scene.historyOf(id)).slice(-2).map(({ action }) => action)).toEqual([
      'demonstration_removed',
      'closed',
    ]);
    await expectRefusal(nominate(scene.county, Nominate.parse({ id, reason })), 'closed');
  });
});
