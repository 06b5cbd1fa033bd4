import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listBookings } from '@tongxin/events/queries';
import { testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTurn, mySwaps, myTurns, swapPartners } from '../queries/index.ts';
import {
  at,
  afterFirst,
  duringFirst,
  makePublicRota,
  rotaSceneOf,
  withOwnPeople,
  type OnDuty,
  type RotaScene,
} from '../testing.ts';
import { answerSwap, askSwap, coverTurn, withdrawSwap } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
});
afterAll(() => database.close());

const asHost = (now = testNow) => at(scene, scene.people.host, now);
const as = ({ actor }: OnDuty, now = testNow) => at(scene, actor, now);
const key = () => crypto.randomUUID();

/** Chen, Li and Wang on three Wednesdays, in this order. */
async function three() {
  const own = await withOwnPeople(scene);
  const { turnIds, siteId } = await makePublicRota(own);
  const [first, second, third] = turnIds as [string, string, string];
  const holders = async () =>
    Promise.all(turnIds.map(async (id) => (await getTurn(asHost(), { id })).memberId));
  return { own, siteId, first, second, third, holders };
}
const ask = (from: OnDuty, id: string, to: OnDuty, inReturnId?: string) =>
  askSwap(as(from), { id, memberId: to.id, inReturnId, key: key() });

describe('a swap', () => {
  it('needs both: nothing changes when it is asked, both turns when it is accepted', async () => {
    const { own, first, second, third, holders } = await three();
    const { id: swapId } = await ask(own.chen, first, own.li, second);
    expect(await holders()).toEqual([own.chen.id, own.li.id, own.wang.id]);
    await answerSwap(as(own.li), { swapId, answer: 'accept' });
    expect(await holders()).toEqual([own.li.id, own.chen.id, own.wang.id]);
    const during = { start: testNow, end: testNow.add({ hours: 24 * 60 }) };
    const taken = await listBookings(asHost(), { kind: 'member', id: own.chen.id }, during);
    expect(taken.map(({ matterId }) => matterId)).toEqual([second]);
    for (const id of [first, second]) {
      const { history, swaps } = await getTurn(asHost(), { id });
      expect(history.at(-1)).toMatchObject({ move: 'swap', actorKind: 'account' });
      if (id === first) expect(swaps.map(({ state }) => state)).toEqual(['accepted']);
    }
    expect((await getTurn(asHost(), { id: third })).history.map(({ move }) => move)).toEqual([
      'open',
      'staff',
    ]);
  });

  it('may be that the other one takes the turn without giving one', async () => {
    const { own, first, holders } = await three();
    const { id: swapId } = await ask(own.chen, first, own.wang);
    await answerSwap(as(own.wang), { swapId, answer: 'accept' });
    expect(await holders()).toEqual([own.wang.id, own.li.id, own.wang.id]);
  });

  it('is told to both once it is settled, until the turn has begun', async () => {
    const { own, first, second } = await three();
    const { id } = await ask(own.chen, first, own.li, second);
    await answerSwap(as(own.li), { swapId: id, answer: 'accept' });
    for (const one of [own.chen, own.li]) {
      expect(await mySwaps(as(one))).toMatchObject([{ id, state: 'accepted' }]);
      expect(await mySwaps(as(one, duringFirst))).toEqual([]);
    }
  });

  it('that is refused, taken back or overtaken changes nothing', async () => {
    const { own, first, second, holders } = await three();
    const asked = await ask(own.chen, first, own.li, second);
    await expect(ask(own.chen, first, own.wang)).rejects.toMatchObject({ code: 'rotas.swap_open' });
    await answerSwap(as(own.li), { swapId: asked.id, answer: 'refuse' });
    await expect(answerSwap(as(own.li), { swapId: asked.id, answer: 'accept' })).rejects.toMatchObject({
      code: 'rotas.swap_over',
    });
    const again = await ask(own.chen, first, own.wang);
    await expect(withdrawSwap(as(own.wang), { swapId: again.id })).rejects.toMatchObject({
      code: 'rotas.not_found',
    });
    await withdrawSwap(as(own.chen), { swapId: again.id });
    await expect(withdrawSwap(as(own.chen), { swapId: again.id })).rejects.toMatchObject({
      code: 'rotas.swap_over',
    });
    const third = await ask(own.chen, first, own.li, second);
    await coverTurn(asHost(), { id: second, memberId: own.wang.id, reason: '李委员生病。' });
    await expect(answerSwap(as(own.li), { swapId: third.id, answer: 'accept' })).rejects.toMatchObject({
      code: 'rotas.swap_over',
    });
    expect(await holders()).toEqual([own.chen.id, own.wang.id, own.wang.id]);
  });

  it('puts nobody in two places: the other one is taken then', async () => {
    const { own, first } = await three();
    await makePublicRota(own, { people: [{ memberId: own.wang.id, away: [] }] });
    const { id: swapId } = await ask(own.chen, first, own.wang);
    await expect(answerSwap(as(own.wang), { swapId, answer: 'accept' })).rejects.toMatchObject({
      code: 'events.taken',
    });
    const [open] = await mySwaps(as(own.wang));
    expect(open).toMatchObject({ id: swapId, state: 'asked', isForMe: true });
  });

  it('is about one’s own turn, with somebody of the same rota, before it begins', async () => {
    const { own, first, second } = await three();
    const stranger = (await three()).own.chen;
    await expect(ask(own.li, first, own.wang)).rejects.toMatchObject({ code: 'rotas.not_your_turn' });
    await expect(ask(own.chen, first, stranger)).rejects.toMatchObject({ code: 'rotas.not_on_rota' });
    await expect(ask(own.chen, first, own.wang, second)).rejects.toMatchObject({ code: 'rotas.not_theirs' });
    await expect(
      askSwap(as(own.chen, duringFirst), { id: first, memberId: own.li.id, key: key() }),
    ).rejects.toMatchObject({ code: 'rotas.begun' });
    await expect(askSwap(asHost(), { id: first, memberId: own.li.id, key: key() })).rejects.toMatchObject({
      code: 'rotas.not_found',
    });
    await expect(ask(own.chen, crypto.randomUUID(), own.li)).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  });

  it('is not offered before the rota is public', async () => {
    const own = await withOwnPeople(scene);
    const { turnIds } = await makePublicRota(own, {}, { isPublic: false });
    await expect(ask(own.chen, turnIds[0]!, own.li)).rejects.toMatchObject({ code: 'rotas.not_found' });
    expect((await myTurns(as(own.chen), { when: 'upcoming' })).rows).toEqual([]);
    expect(await swapPartners(as(own.chen), { id: turnIds[0]! })).toEqual([]);
  });

  it('is asked once for the same key', async () => {
    const { own, first } = await three();
    const once = { id: first, memberId: own.li.id, key: key() };
    const [one, two] = await Promise.all([askSwap(as(own.chen), once), askSwap(as(own.chen), once)]);
    expect(two).toEqual(one);
  });

  it('accepted by two crosswise at the same moment leaves everybody on one turn of each pair', async () => {
    const { own, first, second, third, holders } = await three();
    const forth = await ask(own.chen, first, own.li, second);
    const back = await ask(own.li, second, own.wang, third);
    const outcomes = await Promise.allSettled([
      answerSwap(as(own.li), { swapId: forth.id, answer: 'accept' }),
      answerSwap(as(own.wang), { swapId: back.id, answer: 'accept' }),
    ]);
    // Whoever was first changed a turn that the other question was about, so that one is over.
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(new Set(await holders())).toEqual(new Set([own.chen.id, own.li.id, own.wang.id]));
  });

  it('is answered by nobody else, and seen by nobody else', async () => {
    const { own, first, second } = await three();
    const { id: swapId } = await ask(own.chen, first, own.li, second);
    for (const actor of [own.wang.actor, own.chen.actor, own.people.host, own.people.neighbour]) {
      await expect(answerSwap(at(scene, actor), { swapId, answer: 'accept' })).rejects.toMatchObject({
        code: 'rotas.not_found',
      });
    }
    expect(await mySwaps(as(own.wang))).toEqual([]);
    expect(await mySwaps(asHost())).toEqual([]);
    const [shown] = await mySwaps(as(own.li));
    expect(shown).toMatchObject({ isForMe: true, turn: { id: first }, inReturn: { id: second } });
  });
});

describe('a member’s own turns', () => {
  it('are those that go on or are to come and those that are over, of nobody else', async () => {
    const { own, first } = await three();
    expect((await myTurns(as(own.chen), { when: 'upcoming' })).rows.map(({ id }) => id)).toEqual([first]);
    // The one that goes on is where somebody on duty looks for it.
    const during = await myTurns(as(own.chen, duringFirst), { when: 'upcoming' });
    expect(during.rows.map(({ id }) => id)).toEqual([first]);
    expect((await myTurns(as(own.chen, duringFirst), { when: 'past' })).rows).toEqual([]);
    expect((await myTurns(as(own.chen, afterFirst), { when: 'upcoming' })).rows).toEqual([]);
    const past = await myTurns(as(own.chen, afterFirst), { when: 'past' });
    expect(past.rows.map(({ id }) => id)).toEqual([first]);
    expect((await myTurns(asHost(), { when: 'upcoming' })).rows).toEqual([]);
  });

  it('can be swapped with the others of the rota, who have these turns', async () => {
    const { own, first, second, third } = await three();
    const partners = await swapPartners(as(own.chen), { id: first });
    expect(partners.map(({ memberId, turns }) => [memberId, turns.map(({ id }) => id)])).toEqual([
      [own.li.id, [second]],
      [own.wang.id, [third]],
    ]);
    expect(await swapPartners(as(own.li), { id: first })).toEqual([]);
  });
});
