import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listBookings } from '@tongxin/events/queries';
import { remind } from '@tongxin/matters/commands';
import { testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidates, getTurn } from '../queries/index.ts';
import { at, duringFirst, makeFirstTurn, makePublicRota, rotaSceneOf, type RotaScene } from '../testing.ts';
import {
  askSwap,
  cancelTurn,
  correctTurn,
  coverTurn,
  logTurn,
  missTurn,
  staffTurn,
  vacateTurn,
} from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
});
afterAll(() => database.close());

const asHost = (now = testNow) => at(scene, scene.people.host, now);
const reason = '临时去市里开会。';

const scenery = () => makeFirstTurn(scene);
const turnOf = (id: string, now = testNow) => getTurn(asHost(now), { id });
const takenBy = async (memberId: string) =>
  (
    await listBookings(
      asHost(),
      { kind: 'member', id: memberId },
      { start: testNow, end: testNow.add({ hours: 24 * 60 }) },
    )
  ).map(({ matterId }) => matterId);

describe('somebody else on a turn', () => {
  it('covers it: the one is free again, the other taken, and the journal has the reason', async () => {
    const { own, id } = await scenery();
    await coverTurn(asHost(), { id, memberId: own.li.id, reason });
    const turn = await turnOf(id);
    expect(turn).toMatchObject({ state: 'staffed', memberId: own.li.id });
    expect(turn.history.at(-1)).toMatchObject({ move: 'cover', reason, unitName: '城东街道联络组' });
    expect(await takenBy(own.chen.id)).not.toContain(id);
    expect(await takenBy(own.li.id)).toContain(id);
  });

  it('is refused to a member who is elsewhere then, is there already, or no longer serves', async () => {
    const { own, id } = await scenery();
    await expect(coverTurn(asHost(), { id, memberId: own.chen.id, reason })).rejects.toMatchObject({
      code: 'rotas.same_member',
    });
    const elsewhere = await makePublicRota(own, { people: [{ memberId: own.li.id, away: [] }] });
    await expect(coverTurn(asHost(), { id, memberId: own.li.id, reason })).rejects.toMatchObject({
      code: 'events.taken',
      facts: { conflicts: [{ matterId: elsewhere.turnIds[0] }] },
    });
    await expect(coverTurn(asHost(), { id, memberId: crypto.randomUUID(), reason })).rejects.toMatchObject({
      code: 'rotas.member_unknown',
    });
    expect((await turnOf(id)).memberId).toBe(own.chen.id);
    expect(await takenBy(own.chen.id)).toContain(id);
  });

  it('is found among the rota’s members, with who is free', async () => {
    const { own, id } = await scenery();
    await makePublicRota(own, { people: [{ memberId: own.li.id, away: [] }] });
    expect((await candidates(asHost(), { id })).map(({ memberId, isFree }) => [memberId, isFree])).toEqual([
      [own.li.id, false],
      [own.wang.id, true],
    ]);
  });

  it('is put on after nobody was, and whoever comes second is told', async () => {
    const { own, id } = await scenery();
    await vacateTurn(asHost(), { id, reason });
    expect(await turnOf(id)).toMatchObject({ state: 'planned', memberId: null });
    expect(await takenBy(own.chen.id)).not.toContain(id);
    const outcomes = await Promise.allSettled(
      [own.li, own.wang].map((member) => staffTurn(asHost(), { id, memberId: member.id })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'matters.not_now' });
    const { memberId } = await turnOf(id);
    expect((await takenBy(memberId!)).filter((other) => other === id)).toHaveLength(1);
  });
});

describe('what became of a turn', () => {
  it('is written down when it has begun, not before', async () => {
    const { id } = await scenery();
    await expect(logTurn(asHost(), { id })).rejects.toMatchObject({ code: 'rotas.not_begun' });
    await expect(missTurn(asHost(), { id, reason })).rejects.toMatchObject({ code: 'rotas.not_begun' });
    await logTurn(asHost(duringFirst), { id });
    expect(await turnOf(id, duringFirst)).toMatchObject({ state: 'logged', dueAt: null });
    await expect(logTurn(asHost(duringFirst), { id })).rejects.toMatchObject({ code: 'matters.not_now' });
  });

  it('may be that nobody was there, with the reason, and is corrected by a further entry', async () => {
    const { id } = await scenery();
    await missTurn(asHost(duringFirst), { id, reason });
    await expect(
      correctTurn(asHost(duringFirst), { id, to: 'missed', reason: '核对过。' }),
    ).rejects.toMatchObject({
      code: 'rotas.same_outcome',
    });
    await correctTurn(asHost(duringFirst), { id, to: 'logged', reason: '委员九点半到的，值满了。' });
    const { state, history } = await turnOf(id, duringFirst);
    expect(state).toBe('logged');
    expect(history.map(({ move }) => move)).toEqual(['open', 'staff', 'miss', 'correct']);
  });

  it('cannot be that somebody was there when nobody was put on', async () => {
    const { id } = await scenery();
    await vacateTurn(asHost(), { id, reason });
    await missTurn(asHost(duringFirst), { id, reason: '没有找到人。' });
    await expect(
      correctTurn(asHost(duringFirst), { id, to: 'logged', reason: '有人来过。' }),
    ).rejects.toMatchObject({ code: 'rotas.nobody' });
  });

  it('is asked for by a reminder when the day after has passed without a word', async () => {
    const { id } = await scenery();
    const { dueAt } = await turnOf(id);
    expect(await remind(at(scene, system, dueAt!.subtract({ milliseconds: 1 })), id)).toBe('quiet');
    expect(await remind(at(scene, system, dueAt!), id)).toBe('reminded');
  });
});

describe('a turn called off', () => {
  it('frees its member and ends what was being asked about it; nobody cancels what has begun', async () => {
    const { own, id, turnIds } = await scenery();
    await askSwap(at(scene, own.chen.actor), { id, memberId: own.li.id, key: crypto.randomUUID() });
    await cancelTurn(asHost(), { id, reason });
    const { state, swaps } = await turnOf(id);
    expect([state, swaps.map((swap) => swap.state)]).toEqual(['cancelled', ['withdrawn']]);
    expect(await takenBy(own.chen.id)).not.toContain(id);
    const began = Temporal.Instant.from('2026-12-02T09:00:00+08:00');
    await expect(cancelTurn(asHost(began), { id: turnIds[1]!, reason })).rejects.toMatchObject({
      code: 'rotas.begun',
    });
    await expect(vacateTurn(asHost(began), { id: turnIds[1]!, reason })).rejects.toMatchObject({
      code: 'rotas.begun',
    });
  });
});

describe('a turn', () => {
  it('is not there for a host elsewhere, another county, a department, or its own member at the desk', async () => {
    const { own, id } = await scenery();
    const { neighbour, otherCounty, clerk } = own.people;
    for (const actor of [neighbour, otherCounty, clerk, own.chen.actor] as Actor[]) {
      const other = at(scene, actor, duringFirst);
      await expect(logTurn(other, { id })).rejects.toMatchObject({ kind: 'NOT_FOUND' });
      await expect(coverTurn(other, { id, memberId: own.li.id, reason })).rejects.toMatchObject({
        kind: 'NOT_FOUND',
      });
      await expect(getTurn(other, { id })).rejects.toMatchObject({ code: 'rotas.not_found' });
      await expect(candidates(other, { id })).rejects.toMatchObject({ code: 'rotas.not_found' });
    }
    expect((await turnOf(id)).state).toBe('staffed');
  });

  it('is read by an auditor, who changes nothing', async () => {
    const { own, id } = await scenery();
    const auditor = at(scene, own.people.auditor, duringFirst);
    const { may } = await getTurn(auditor, { id });
    expect(Object.values(may).every(({ allowed }) => !allowed)).toBe(true);
    await expect(logTurn(auditor, { id })).rejects.toMatchObject({ code: 'matters.not_yours' });
  });

  it('says what may be done with it as the command would', async () => {
    const { id } = await scenery();
    const allowed = (may: Record<string, { allowed: boolean }>) =>
      Object.keys(may).filter((move) => may[move]!.allowed);
    expect(allowed((await turnOf(id)).may)).toEqual(['cover', 'vacate', 'receive', 'cancel']);
    expect(allowed((await turnOf(id, duringFirst)).may)).toEqual(['cover', 'receive', 'log', 'miss']);
    await logTurn(asHost(duringFirst), { id });
    expect(allowed((await turnOf(id, duringFirst)).may)).toEqual(['receive', 'correct']);
  });

  it('keeps no reason that tells who somebody is', async () => {
    const { id } = await scenery();
    await expect(cancelTurn(asHost(), { id, reason: '打 13900001234 找我。' })).rejects.toMatchObject({
      code: 'rotas.personal_words',
    });
  });
});
