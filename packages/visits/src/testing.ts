import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { accountOf, sceneOf, type Scene } from '@tongxin/issues/testing';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { answerAsk, planVisit, recordVisit, writeNote } from './commands/index.ts';
import { getVisit } from './queries/index.ts';
import type { PlanVisit } from './rules/index.ts';

/** A member who is visited and signs in. */
export type Visited = { id: string; actor: AccountActor };
export type VisitScene = Scene & { chen: Visited };

export function at(scene: Pick<Scene, 'database'>, actor: Actor, now = testNow): Context {
  return contextOf(scene.database, actor, now);
}

/** A member of the county's committee who signs in. */
export async function makeVisited(scene: Scene): Promise<Visited> {
  const actor = accountOf('member', { divisionCode: '330702' });
  const { accountId } = actor;
  const id = await makeMember(at(scene, system), { organisationId: scene.town.county.id, accountId });
  return { id, actor };
}

export async function visitSceneOf(database: TestDatabase, town?: Town): Promise<VisitScene> {
  const scene = sceneOf(database, town ?? (await makeTown(database)));
  return { ...scene, chen: await makeVisited(scene) };
}

/** The day of the tests, on which the visit is and was. */
export const visitOn = Temporal.PlainDate.from('2026-11-21');

export function visitInput(memberId: string, over: Partial<PlanVisit> = {}): PlanVisit {
  const visitors = '县政协副主席、委员工委主任';
  return { key: newId(), divisionCode: '330702', memberId, visitOn, visitors, ...over };
}

export const twoAsks = ['想多参加农业方面的调研。', '希望活动通知早一周发。'];

/** A visit of the county's committee that has come as far as this, with a private note once somebody was there. */
export async function makeVisit(
  scene: VisitScene,
  until: 'planned' | 'visited' | 'answered' = 'planned',
  { memberId = scene.chen.id, note = '谈得很好。' }: { memberId?: string; note?: string } = {},
): Promise<{ id: string; askIds: string[] }> {
  const county = at(scene, scene.people.county);
  const { id } = await planVisit(county, visitInput(memberId));
  if (until === 'planned') return { id, askIds: [] };
  await recordVisit(county, { id, visitedOn: visitOn, asks: twoAsks });
  await writeNote(county, { id, note });
  const askIds = (await getVisit(county, { id })).asks.map((ask) => ask.id);
  if (until === 'answered')
    for (const askId of askIds) await answerAsk(county, { askId, answer: '已经安排，下月起办。' });
  return { id, askIds };
}
