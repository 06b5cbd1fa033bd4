import { newId, system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { accountOf, sceneOf } from '@tongxin/issues/testing';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelSession, holdSession } from '../commands/index.ts';
import {
  afterSession,
  at,
  attendanceOf,
  hallSceneOf,
  inDays,
  makeSession,
  sessionStart,
  type HallScene,
} from '../testing/index.ts';
import { listMySessions } from './index.ts';

let database: TestDatabase;
let scene: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

/** A member who signs in, with a place in the list of the county's committee. */
async function aMember() {
  const actor = accountOf('member', { divisionCode: '330702' });
  const memberId = await makeMember(contextOf(database, system), {
    organisationId: scene.town.county.id,
    accountId: actor.accountId,
  });
  return { actor, memberId };
}

const mine = (actor: Actor, when: 'upcoming' | 'past', now: Temporal.Instant = testNow) =>
  listMySessions(at(scene, actor, now), { when });

describe('the sessions that a member is asked to', () => {
  it('are those that name them, as a guest or as the one who convenes, and no others', async () => {
    const { actor, memberId } = await aMember();
    const later = sessionStart.add({ hours: 24 });
    const asGuest = await makeSession(scene, { memberIds: [memberId] });
    const convening = await makeSession(scene, {
      convenorId: memberId,
      startsAt: later,
      endsAt: later.add({ hours: 1 }),
    });
    await makeSession(scene);
    const { rows, next } = await mine(actor, 'upcoming');
    expect(rows.map(({ id, convenes, attended }) => ({ id, convenes, attended }))).toEqual([
      { id: asGuest.id, convenes: false, attended: null },
      { id: convening.id, convenes: true, attended: null },
    ]);
    expect(next).toBeNull();
  });

  it('are nobody’s who is no member, whatever else they may do', async () => {
    const { memberId } = await aMember();
    await makeSession(scene, { memberIds: [memberId] });
    const { host, county, city, auditor } = scene.people;
    const noMember = accountOf('member', { divisionCode: '330702' });
    const others = [host, county, city, auditor, noMember, { kind: 'anonymous' } as const];
    for (const actor of [...others, { kind: 'resident', matterId: newId<'matter'>() } as const])
      expect((await mine(actor, 'upcoming')).rows).toEqual([]);
    expect((await mine((await aMember()).actor, 'upcoming')).rows).toEqual([]);
  });

  it('go over to the record when they are over, with what the host wrote down', async () => {
    const { actor, memberId } = await aMember();
    const { id } = await makeSession(scene, { memberIds: [memberId] });
    expect((await mine(actor, 'past')).rows).toEqual([]);
    expect((await mine(actor, 'upcoming', afterSession)).rows).toEqual([]);
    expect((await mine(actor, 'past', afterSession)).rows).toMatchObject([{ id, attended: null }]);
    await holdSession(at(scene, scene.people.host, afterSession), await attendanceOf(scene, id));
    expect((await mine(actor, 'past', afterSession)).rows).toMatchObject([{ id, attended: 'yes' }]);
  });

  it('say so when they were called off', async () => {
    const { actor, memberId } = await aMember();
    const { id } = await makeSession(scene, { memberIds: [memberId] });
    await cancelSession(at(scene, scene.people.host), { id, reason: '台风停会。' });
    const [row] = (await mine(actor, 'upcoming')).rows;
    expect(row!.cancelledAt).not.toBeNull();
  });

  it('come page by page, each once', async () => {
    const { actor, memberId } = await aMember();
    const made: string[] = [];
    for (let day = 0; day < 23; day += 1) {
      const startsAt = sessionStart.add({ hours: 24 * day });
      const times = { startsAt, endsAt: startsAt.add({ hours: 1 }) };
      made.push((await makeSession(scene, { memberIds: [memberId], ...times })).id);
    }
    const pages = async (when: 'upcoming' | 'past', now: Temporal.Instant) => {
      const ctx = at(scene, actor, now);
      const first = await listMySessions(ctx, { when });
      const second = await listMySessions(ctx, { when, after: first.next! });
      expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 3, null]);
      return [...first.rows, ...second.rows].map(({ id }) => id);
    };
    expect(await pages('upcoming', testNow)).toEqual(made);
    expect(await pages('past', inDays(300))).toEqual(made.toReversed());
  });
});
