import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { noticeUnit } from '@tongxin/notices/commands';
import { testNow } from '@tongxin/matters/testing';
import { journal, matters } from '@tongxin/matters/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, getTurn } from '../queries/index.ts';
import { receptions } from '../schema.ts';
import {
  adviceVisit,
  afterFirst,
  at,
  came,
  duringFirst,
  issueVisit,
  makeFirstTurn,
  makePublicRota,
  rotaSceneOf,
  visitorName,
  withOwnPeople,
  type RotaScene,
} from '../testing.ts';
import { alarmUnstaffed, cancelTurn, logTurn, receiveAdvice, receiveIssue, vacateTurn } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
});
afterAll(() => database.close());

const asHost = (now = duringFirst) => at(scene, scene.people.host, now);
const first = () => makeFirstTurn(scene);

describe('a visitor with a matter', () => {
  it('gets a receipt, and the log has one line with nothing of who it was', async () => {
    const { id, siteId } = await first();
    const told = await receiveIssue(asHost(), issueVisit(id));
    expect(told.receipt).toMatch(/^..-....-....$/);
    expect(told.pin).toMatch(/^\d{6}$/);
    const turn = await getTurn(asHost(), { id });
    expect(turn.visits).toEqual([
      {
        id: expect.any(String),
        at: came,
        about: null,
        said: null,
        issueId: told.id,
        issueNumber: told.receipt,
      },
    ]);
    expect(JSON.stringify(turn)).not.toContain(visitorName);
    const month = await board(asHost(), {
      platformId: siteId,
      month: Temporal.PlainYearMonth.from('2026-11'),
    });
    expect(month.turns.map(({ visitors }) => visitors)).toEqual([1]);
    const entries = await database.db
      .select({ data: journal.data, at: journal.at })
      .from(journal)
      .where(and(eq(journal.matterId, id), eq(journal.move, 'receive')));
    expect(entries).toEqual([
      { data: expect.objectContaining({ issueId: told.id, at: came.toString() }), at: duringFirst },
    ]);
  });

  it('is one matter and one line however often it is sent, also when the turn was logged in between', async () => {
    const { id } = await first();
    const input = issueVisit(id);
    const [one, two] = await Promise.all([receiveIssue(asHost(), input), receiveIssue(asHost(), input)]);
    expect(two).toEqual(one);
    await logTurn(asHost(), { id });
    expect(await receiveIssue(asHost(afterFirst), input)).toEqual(one);
    expect((await getTurn(asHost(), { id })).visits).toHaveLength(1);
  });

  it('may come out of a queue that was without network, with the time at which it was', async () => {
    const { id } = await first();
    await logTurn(asHost(), { id });
    const told = await receiveIssue(asHost(afterFirst), issueVisit(id));
    const [line] = await database.db
      .select({ at: receptions.at, receivedAt: receptions.receivedAt })
      .from(receptions)
      .where(eq(receptions.issueId, told.id));
    expect(line).toEqual({ at: came, receivedAt: afterFirst });
    expect((await getTurn(asHost(), { id })).state).toBe('logged');
  });

  it('leaves nothing behind when the line is refused', async () => {
    const { id } = await first();
    const yesterday = { ...issueVisit(id), at: came.subtract({ hours: 24 }) };
    const count = async () =>
      (await database.db.select({ id: matters.id }).from(matters).where(eq(matters.kind, 'issue'))).length;
    const before = await count();
    await expect(receiveIssue(asHost(), yesterday)).rejects.toMatchObject({ code: 'rotas.other_day' });
    expect(await count()).toBe(before);
  });
});

describe('advice', () => {
  it('is a line with what it was about, once for its key', async () => {
    const { id } = await first();
    const input = adviceVisit(id);
    await Promise.all([receiveAdvice(asHost(), input), receiveAdvice(asHost(), input)]);
    const { visits } = await getTurn(asHost(), { id });
    expect(visits).toMatchObject([{ about: input.about, said: input.said, issueId: null }]);
    await expect(receiveAdvice(asHost(), { ...input, about: '别的事' })).rejects.toMatchObject({
      code: 'idempotency.other_content',
    });
  });

  it('holds nothing that tells who came', async () => {
    const { id } = await first();
    await expect(
      receiveAdvice(asHost(), { ...adviceVisit(id), said: '回电 13900001111。' }),
    ).rejects.toMatchObject({
      code: 'rotas.personal_words',
    });
  });

  it('is written down by the member on duty too, by no other member, and by no host elsewhere', async () => {
    const { own, id } = await first();
    await receiveAdvice(at(scene, own.chen.actor, duringFirst), adviceVisit(id));
    for (const actor of [own.li.actor, own.people.neighbour, own.people.clerk, own.people.otherCounty]) {
      await expect(receiveAdvice(at(scene, actor, duringFirst), adviceVisit(id))).rejects.toMatchObject({
        kind: 'NOT_FOUND',
      });
    }
    const { visits, history } = await getTurn(asHost(), { id });
    expect(visits).toHaveLength(1);
    expect(history.at(-1)).toMatchObject({ move: 'receive' });
  });

  it('belongs to the day of its turn, and to no turn that was called off', async () => {
    const { id } = await first();
    await expect(
      receiveAdvice(asHost(), { ...adviceVisit(id), at: came.add({ hours: 24 }) }),
    ).rejects.toMatchObject({
      code: 'rotas.other_day',
    });
    await cancelTurn(asHost(testNow), { id, reason: '停电。' });
    await expect(receiveAdvice(asHost(), adviceVisit(id))).rejects.toMatchObject({ code: 'matters.not_now' });
  });
});

describe('a turn that nobody is on', () => {
  const promises = async (id: string) => {
    const { rows } = await database.pool.query<{ payload: Record<string, string> }>(
      `select payload from outbox where payload ->> 'matterId' = $1 and payload ->> 'event' = 'unstaffed'`,
      [id],
    );
    return rows.map(({ payload }) => payload);
  };
  const clock = (text: string) => at(scene, system, Temporal.Instant.from(`${text}:00+08:00`));

  it('is told to its host a week ahead and three days ahead while it works, once each, and no more once somebody is on', async () => {
    const { own, id } = await first();
    await vacateTurn(at(scene, own.people.host, Temporal.Instant.from('2026-11-18T00:00:00+08:00')), {
      id,
      reason: '委员出差。',
    });
    await alarmUnstaffed(clock('2026-11-18T08:59'));
    expect(await promises(id)).toEqual([]);
    await Promise.all([alarmUnstaffed(clock('2026-11-18T09:00')), alarmUnstaffed(clock('2026-11-18T09:00'))]);
    expect(await promises(id)).toHaveLength(1);
    await alarmUnstaffed(clock('2026-11-20T09:00'));
    expect(await promises(id)).toHaveLength(1);
    // Three days before is a Sunday, and nobody is told things at night.
    await alarmUnstaffed(clock('2026-11-22T09:00'));
    await alarmUnstaffed(clock('2026-11-23T07:00'));
    expect(await promises(id)).toHaveLength(1);
    await alarmUnstaffed(clock('2026-11-23T09:00'));
    const told = await promises(id);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ unitId: own.town.township.id });
    await noticeUnit(asHost(), told[0] as never);
    await alarmUnstaffed(clock('2026-11-25T10:00'));
    expect(await promises(id)).toHaveLength(2);
  });

  it('is told to its host also when others that were told already come before it', async () => {
    const own = await withOwnPeople(scene);
    const pattern = { kind: 'weekdays' as const, weekdays: [3, 4] };
    const [wednesday = '', thursday = ''] = (await makePublicRota(own, { pattern })).turnIds;
    for (const id of [wednesday, thursday])
      await vacateTurn(asHost(clock('2026-11-17T09:00').now()), { id, reason: '委员出差。' });
    const atOnce = 1;
    await alarmUnstaffed(clock('2026-11-18T09:00'), atOnce);
    await alarmUnstaffed(clock('2026-11-19T09:00'), atOnce);
    expect([await promises(wednesday), await promises(thursday)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('raises no alarm while its rota is not public', async () => {
    const own = await withOwnPeople(scene);
    const far = Temporal.PlainDate.from('2026-11-30');
    const away = [{ from: testNowDay, until: far }];
    const { turnIds } = await makePublicRota(
      own,
      { people: [{ memberId: own.chen.id, away }] },
      { isPublic: false },
    );
    await alarmUnstaffed(clock('2026-11-24T09:00'));
    expect(await promises(turnIds[0]!)).toEqual([]);
  });
});

const testNowDay = Temporal.PlainDate.from('2026-11-21');
