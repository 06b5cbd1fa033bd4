import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { journal, matters } from '@tongxin/matters/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTurn } from '../queries/index.ts';
import { sealVisit } from '../rules/index.ts';
import {
  adviceVisit,
  at,
  came,
  duringFirst,
  issueVisit,
  makeFirstTurn,
  rotaSceneOf,
  visitorName,
  type RotaScene,
} from '../testing.ts';
import { coverTurn, deskKey, receiveIssue, receiveParcel, receiveThroughMember } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
});
afterAll(() => database.close());

const asHost = (now = duringFirst) => at(scene, scene.people.host, now);
const first = () => makeFirstTurn(scene);

describe('a visitor who was written down without a network', () => {
  const cameAt = came.toString();
  const locked = async (turnId: string, kind: 'advice' | 'matter') => {
    const written =
      kind === 'advice'
        ? { kind, visit: { ...adviceVisit(turnId), at: cameAt } }
        : { kind, visit: { ...issueVisit(turnId), at: cameAt } };
    return sealVisit(written, lock());
  };
  const lock = (by = scene.people.host.accountId) => ({ ...deskKey(asHost()), by });

  it('is one line and one matter however often it is sent, and the desk reads nothing of it meanwhile', async () => {
    const { id } = await first();
    const parcel = await locked(id, 'matter');
    expect(Buffer.from(parcel.sealed, 'base64').includes(visitorName)).toBe(false);
    const [one, two] = await Promise.all([receiveParcel(asHost(), parcel), receiveParcel(asHost(), parcel)]);
    expect(two).toEqual(one);
    expect(one).toHaveProperty('receipt');
    expect((await getTurn(asHost(), { id })).visits).toMatchObject([{ at: came, issueId: one.id }]);
    await receiveParcel(asHost(), await locked(id, 'advice'));
    expect((await getTurn(asHost(), { id })).visits).toHaveLength(2);
  });

  it('is the line that was already recorded, when only its answer was lost', async () => {
    const { id } = await first();
    const visit = { ...issueVisit(id), at: cameAt };
    const told = await receiveIssue(asHost(), { ...visit, at: came });
    const parcel = await sealVisit({ kind: 'matter', visit }, lock());
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

  it('is sent by whoever wrote it down and by nobody else, who cannot make it theirs', async () => {
    const { own, id } = await first();
    const parcel = await locked(id, 'advice');
    const county = at(scene, own.people.county, duringFirst);
    await expect(receiveParcel(county, parcel)).rejects.toMatchObject({ code: 'rotas.parcel_owner' });
    const claimed = { ...parcel, by: own.people.county.accountId };
    await expect(receiveParcel(county, claimed)).rejects.toMatchObject({ code: 'rotas.parcel' });
    await receiveParcel(asHost(), parcel);
    expect((await getTurn(asHost(), { id })).visits).toHaveLength(1);
  });

  it('is refused as at the desk: of another host, and with words that tell who it was', async () => {
    const { own, id } = await first();
    const parcel = await locked(id, 'advice');
    const elsewhere = { ...asHost(), actor: own.people.neighbour };
    await expect(receiveParcel(elsewhere, parcel)).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    const visit = { ...adviceVisit(id), at: cameAt, said: '回电 13900001111。' };
    const personal = await sealVisit({ kind: 'advice', visit }, lock());
    await expect(receiveParcel(asHost(), personal)).rejects.toMatchObject({ code: 'rotas.personal_words' });
  });
});

describe('a matter that the member on duty writes down', () => {
  const told = (turnId: string, toldAt = came.toString()) => {
    const { channel: _, ...issue } = issueVisit(turnId).issue;
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

  it('has the same receipt again for whoever was cut off, also when somebody else has taken the turn since', async () => {
    const { own, id } = await first();
    const chen = at(scene, own.chen.actor, duringFirst);
    const input = told(id);
    const one = await receiveThroughMember(chen, input);
    await coverTurn(asHost(), { id, memberId: own.wang.id, reason: '临时有会。' });
    expect(await receiveThroughMember(chen, input)).toEqual(one);
    expect((await getTurn(asHost(), { id })).visits).toMatchObject([{ at: came, issueId: one.id }]);
    await expect(receiveThroughMember(chen, told(id))).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    await expect(receiveThroughMember(at(scene, own.li.actor, duringFirst), input)).rejects.toMatchObject({
      code: 'idempotency.other_content',
    });
  });

  it('is refused for a turn that is another’s, and of another day, and then leaves nothing behind', async () => {
    const { own, id } = await first();
    const count = () => database.db.$count(matters, eq(matters.kind, 'issue'));
    const before = await count();
    await expect(receiveThroughMember(at(scene, own.li.actor, duringFirst), told(id))).rejects.toMatchObject({
      kind: 'NOT_FOUND',
    });
    await expect(
      receiveThroughMember(at(scene, own.people.neighbour, duringFirst), told(id)),
    ).rejects.toMatchObject({ code: 'issues.place' });
    const yesterday = told(id, came.subtract({ hours: 24 }).toString());
    await expect(
      receiveThroughMember(at(scene, own.chen.actor, duringFirst), yesterday),
    ).rejects.toMatchObject({ code: 'rotas.other_day' });
    expect(await count()).toBe(before);
  });
});
