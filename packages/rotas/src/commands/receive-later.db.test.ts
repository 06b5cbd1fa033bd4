import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { journal, matters } from '@tongxin/matters/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTurn } from '../queries/index.ts';
import { sealVisit } from '../rules/index.ts';
import { at, duringFirst, makePublicRota, rotaSceneOf, withOwnPeople, type RotaScene } from '../testing.ts';
import { deskKey, receiveIssue, receiveParcel, receiveThroughMember } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
});
afterAll(() => database.close());

const asHost = (now = duringFirst) => at(scene, scene.people.host, now);
const came = Temporal.Instant.from('2026-11-25T09:40:00+08:00');
const secretName = '来访人甲';

async function first() {
  const own = await withOwnPeople(scene);
  const { turnIds } = await makePublicRota(own);
  return { own, id: turnIds[0]! };
}
const issueOf = (turnId: string, key: string = crypto.randomUUID()) => ({
  key,
  turnId,
  at: came,
  issue: {
    divisionCode: '330702001001',
    channel: 'desk' as const,
    words: '村口的路灯坏了一个星期，晚上看不清路。',
    contact: { name: secretName, phone: '13900001111' },
    photoIds: [],
  },
});
const adviceOf = (turnId: string, key: string = crypto.randomUUID()) => ({
  key,
  turnId,
  at: came,
  about: '怎么申请老旧小区加装电梯',
  said: '告诉他到街道城建办领表。',
});

describe('a visitor who was written down without a network', () => {
  const at = came.toString();
  const locked = async (turnId: string, kind: 'advice' | 'matter') => {
    const written =
      kind === 'advice'
        ? { kind, visit: { ...adviceOf(turnId), at } }
        : { kind, visit: { ...issueOf(turnId), at } };
    return sealVisit(written, deskKey(asHost()));
  };

  it('is one line and one matter however often it is sent, and the desk reads nothing of it meanwhile', async () => {
    const { id } = await first();
    const parcel = await locked(id, 'matter');
    expect(Buffer.from(parcel.sealed, 'base64').includes(secretName)).toBe(false);
    const [one, two] = await Promise.all([receiveParcel(asHost(), parcel), receiveParcel(asHost(), parcel)]);
    expect(two).toEqual(one);
    expect(one).toHaveProperty('receipt');
    expect((await getTurn(asHost(), { id })).visits).toMatchObject([{ at: came, issueId: one.id }]);
    await receiveParcel(asHost(), await locked(id, 'advice'));
    expect((await getTurn(asHost(), { id })).visits).toHaveLength(2);
  });

  it('is the line that was already recorded, when only its answer was lost', async () => {
    const { id } = await first();
    const visit = { ...issueOf(id), at };
    const told = await receiveIssue(asHost(), { ...visit, at: came });
    const parcel = await sealVisit({ kind: 'matter', visit }, deskKey(asHost()));
    expect(await receiveParcel(asHost(), parcel)).toEqual(told);
    expect((await getTurn(asHost(), { id })).visits).toHaveLength(1);
  });

  it('opens for its own turn, key and house alone, and unchanged', async () => {
    const { id } = await first();
    const parcel = await locked(id, 'advice');
    const changed = Buffer.from(parcel.sealed, 'base64');
    changed[changed.length - 1]! ^= 1;
    const other = await first();
    for (const change of [
      { turnId: other.id },
      { key: crypto.randomUUID() },
      { keyId: 'k9' },
      { sealed: changed.toString('base64') },
      { sealed: '' },
      { sealed: Buffer.alloc(200, 4).toString('base64') },
    ]) {
      await expect(receiveParcel(asHost(), { ...parcel, ...change })).rejects.toMatchObject({
        code: 'rotas.parcel',
      });
    }
    expect((await getTurn(asHost(), { id })).visits).toEqual([]);
  });

  it('is refused as at the desk: of another host, and with words that tell who it was', async () => {
    const { own, id } = await first();
    const parcel = await locked(id, 'advice');
    const elsewhere = { ...asHost(), actor: own.people.neighbour };
    await expect(receiveParcel(elsewhere, parcel)).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    const visit = { ...adviceOf(id), at, said: '回电 13900001111。' };
    const personal = await sealVisit({ kind: 'advice', visit }, deskKey(asHost()));
    await expect(receiveParcel(asHost(), personal)).rejects.toMatchObject({ code: 'rotas.personal_words' });
  });
});

describe('a matter that the member on duty writes down', () => {
  const told = (turnId: string, toldAt = came.toString()) => {
    const { channel: _, ...issue } = issueOf(turnId).issue;
    return { key: crypto.randomUUID(), turnId, issue: { ...issue, toldAt } };
  };

  it('has a receipt and a line in the log, once for its key', async () => {
    const { own, id } = await first();
    const chen = at(scene, own.chen.actor, duringFirst);
    const input = told(id);
    const one = await receiveThroughMember(chen, input);
    expect(await receiveThroughMember(chen, input)).toEqual(one);
    expect((await getTurn(asHost(), { id })).visits).toMatchObject([{ at: came, issueId: one.id }]);
    const [entry] = await database.db
      .select({ role: journal.role, data: journal.data })
      .from(journal)
      .where(and(eq(journal.matterId, id), eq(journal.move, 'receive')));
    expect(entry).toMatchObject({ role: 'member', data: { issueId: one.id } });
  });

  it('is refused for a turn that is another’s, and of another day, and then leaves nothing behind', async () => {
    const { own, id } = await first();
    const count = () => database.db.$count(matters, eq(matters.kind, 'issue'));
    const before = await count();
    for (const actor of [own.li.actor, own.people.neighbour]) {
      await expect(receiveThroughMember(at(scene, actor, duringFirst), told(id))).rejects.toMatchObject({
        kind: 'NOT_FOUND',
      });
    }
    const yesterday = told(id, came.subtract({ hours: 24 }).toString());
    await expect(
      receiveThroughMember(at(scene, own.chen.actor, duringFirst), yesterday),
    ).rejects.toMatchObject({ code: 'rotas.other_day' });
    expect(await count()).toBe(before);
  });
});
