import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { accountOf, sceneOf, type Scene } from '@tongxin/issues/testing';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import {
  acceptRequest,
  addExpert,
  adviseOn,
  makeTeam,
  matchExpert,
  requestExpert,
  tellUse,
} from './commands/index.ts';
import type { RequestExpert, RequestState } from './rules/index.ts';

/** A member who is in a team and signs in. */
export type Expert = { memberId: string; personId: string; actor: AccountActor };

/** The town with a team of the county's, in which are a member who signs in and somebody from outside. */
export type ExpertScene = Scene & { teamId: string; chen: Expert; outsideId: string };

export function at(scene: Pick<Scene, 'database'>, actor: Actor, now = testNow): Context {
  return contextOf(scene.database, actor, now);
}

let made = 0;

/** An empty team of the county, or of wherever is said. */
export async function makeExpertTeam(scene: Scene, divisionCode = '330702'): Promise<string> {
  made += 1;
  const input = { key: newId(), divisionCode, name: `第${made}专家团队`, field: '农业种植' };
  return (await makeTeam(at(scene, system), input)).id;
}

/** A member of the county's committee in a team; signs in as `actor` or with an account of their own. */
export async function makeExpert(
  scene: Scene,
  teamId: string,
  known?: { memberId: string; actor: AccountActor },
): Promise<Expert> {
  const actor = known?.actor ?? accountOf('member', { divisionCode: '330702' });
  const memberId =
    known?.memberId ??
    (await makeMember(at(scene, system), {
      organisationId: scene.town.county.id,
      accountId: actor.accountId,
    }));
  const { id } = await addExpert(at(scene, system), { teamId, memberId, isLead: false });
  return { memberId, personId: id, actor };
}

export async function expertSceneOf(database: TestDatabase, town?: Town): Promise<ExpertScene> {
  const scene = sceneOf(database, town ?? (await makeTown(database)));
  const teamId = await makeExpertTeam(scene);
  const chen = await makeExpert(scene, teamId);
  const outside = { teamId, name: '林研究员', post: '市农科院研究员', isLead: true };
  return { ...scene, teamId, chen, outsideId: (await addExpert(at(scene, system), outside)).id };
}

export const wishedOn = Temporal.PlainDate.from('2026-12-02');

/** What the first township asks for. */
export function requestInput(over: Partial<RequestExpert> = {}): RequestExpert {
  return {
    key: newId(),
    divisionCode: '330702001',
    field: '农业种植',
    purpose: '杨梅连年落果，想请专家看看是土壤还是病害。',
    wishedOn,
    ...over,
  };
}

const order = ['requested', 'matched', 'accepted', 'advised', 'used'] as const satisfies RequestState[];

/** A request of the first township that has come as far as this, with this expert. */
export async function makeRequest(
  scene: ExpertScene,
  until: (typeof order)[number] = 'requested',
  expert: Pick<Expert, 'personId'> = scene.chen,
): Promise<string> {
  const { host, county } = scene.people;
  const { id } = await requestExpert(at(scene, host), requestInput());
  const office = at(scene, county);
  const steps = [
    () => matchExpert(office, { id, personId: expert.personId }),
    () => acceptRequest(office, { id, visitOn: wishedOn }),
    () => adviseOn(office, { id, advice: '先测土，再按缺什么补什么。', photoIds: [] }),
    () => tellUse(at(scene, host), { id, used: 'yes' }),
  ];
  for (const step of steps.slice(0, order.indexOf(until))) await step();
  return id;
}
