import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { accountOf, sceneOf, type Scene } from '@tongxin/issues/testing';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { makePlatform } from '@tongxin/platforms/testing';
import { makeRota, publishRota } from './commands/index.ts';
import type { MakeRota, ReceiveAdvice, ReceiveIssue } from './rules/index.ts';
import { turnRows } from './queries/turn-rows.ts';
import { turns } from './schema.ts';
import { asc, eq } from 'drizzle-orm';

/** Somebody who takes turns and signs in. */
export type OnDuty = { id: string; actor: AccountActor };

/** A town with a site of the first township and three members who take turns there. */
export type RotaScene = Scene & { siteId: string; chen: OnDuty; li: OnDuty; wang: OnDuty };

export function at(scene: Pick<Scene, 'database'>, actor: Actor, now = testNow): Context {
  return contextOf(scene.database, actor, now);
}

/** A member of the county's committee who signs in. */
export async function makeOnDuty(scene: Scene): Promise<OnDuty> {
  const actor = accountOf('member', { divisionCode: '330702' });
  const id = await makeMember(at(scene, system), {
    organisationId: scene.town.county.id,
    accountId: actor.accountId,
  });
  return { id, actor };
}

/** A further site of the first township, or of one of its villages. */
export function makeSite(
  { database, town }: { database: TestDatabase; town: Town },
  placeCode = '330702001',
): Promise<string> {
  return makePlatform(contextOf(database, system), {
    organisationId: town.township.id,
    townshipCode: placeCode,
  });
}

export async function rotaSceneOf(database: TestDatabase, town?: Town): Promise<RotaScene> {
  const scene = sceneOf(database, town ?? (await makeTown(database)));
  const people = [await makeOnDuty(scene), await makeOnDuty(scene), await makeOnDuty(scene)] as const;
  const [chen, li, wang] = people;
  return { ...scene, siteId: await makeSite(scene), chen, li, wang };
}

/** The first three Wednesdays after the moment of the tests, nine to half past eleven, one of three members each. */
export function rotaInput(scene: RotaScene, over: Partial<MakeRota> = {}): MakeRota {
  return {
    platformId: scene.siteId,
    pattern: { kind: 'weekdays', weekdays: [3] },
    onHoliday: 'next_working_day',
    from: Temporal.PlainDate.from('2026-11-23'),
    until: Temporal.PlainDate.from('2026-12-11'),
    startTime: Temporal.PlainTime.from('09:00'),
    endTime: Temporal.PlainTime.from('11:30'),
    perTurn: 1,
    people: [scene.chen, scene.li, scene.wang].map(({ id }) => ({ memberId: id, away: [] })),
    key: newId(),
    ...over,
  };
}

/** While the first turn of the tests goes on. */
export const duringFirst = Temporal.Instant.from('2026-11-25T10:00:00+08:00');
/** The evening of that day. */
export const afterFirst = Temporal.Instant.from('2026-11-25T20:00:00+08:00');

/** A rota at a site of its own, with its turns in order; public unless said otherwise. */
export async function makePublicRota(
  scene: RotaScene,
  over: Partial<MakeRota> = {},
  { isPublic = true }: { isPublic?: boolean } = {},
) {
  const siteId = over.platformId ?? (await makeSite(scene));
  const host = at(scene, scene.people.host);
  const made = await makeRota(host, rotaInput(scene, { platformId: siteId, ...over }));
  if (isPublic) await publishRota(host, { id: made.id });
  return { ...made, siteId, turnIds: await turnsOf(scene, made.id) };
}

async function turnsOf(scene: RotaScene, rotaId: string): Promise<string[]> {
  const rows = await turnRows(at(scene, system))
    .where(eq(turns.rotaId, rotaId))
    .orderBy(asc(turns.startsAt), asc(turns.placeNo))
    .limit(500);
  return rows.map(({ id }) => id);
}

/** Three members of one's own, for a rota that nothing else is in the way of. */
export async function withOwnPeople(scene: RotaScene): Promise<RotaScene> {
  const [chen, li, wang] = [await makeOnDuty(scene), await makeOnDuty(scene), await makeOnDuty(scene)];
  return { ...scene, chen, li, wang, siteId: await makeSite(scene) };
}

/** When the visitors of the tests came: in the first turn. */
export const came = Temporal.Instant.from('2026-11-25T09:40:00+08:00');
/** Who came: nowhere but in the vault. */
export const visitorName = '来访人甲';

/** A first turn of a public rota with people of its own; Chen is on it. */
export async function makeFirstTurn(scene: RotaScene) {
  const own = await withOwnPeople(scene);
  const { turnIds, siteId } = await makePublicRota(own);
  return { own, siteId, turnIds, id: turnIds[0]! };
}

/** A visitor with a matter. */
export function issueVisit(turnId: string, key: string = newId()): ReceiveIssue {
  return {
    key,
    turnId,
    at: came,
    issue: {
      divisionCode: '330702001001',
      channel: 'desk',
      words: '村口的路灯坏了一个星期，晚上看不清路。',
      contact: { name: visitorName, phone: '13900001111' },
      photoIds: [],
    },
  };
}

/** A visitor who wanted advice. */
export function adviceVisit(turnId: string, key: string = newId()): ReceiveAdvice & { said: string } {
  return { key, turnId, at: came, about: '怎么申请老旧小区加装电梯', said: '告诉他到街道城建办领表。' };
}
