import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeMember } from '@tongxin/members/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTeam, listTeams } from '../queries/index.ts';
import { expertsAtMost } from '../rules/index.ts';
import { at, expertSceneOf, makeExpert, makeExpertTeam, type ExpertScene } from '../testing.ts';
import { addExpert, endTeam, leadTeam, makeTeam, removeExpert } from './index.ts';

let database: TestDatabase;
let scene: ExpertScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await expertSceneOf(database);
});
afterAll(() => database.close());

const as = (actor: Actor) => at(scene, actor);
const county = () => as(scene.people.county);
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );
const outsider = (teamId: string) => ({ teamId, name: '周医师', post: '市中心医院主任医师', isLead: false });

describe('a team of experts', () => {
  it('is made by the office of its place, once per name', async () => {
    const input = { key: newId(), divisionCode: '330702', name: '医疗卫生团队', field: '医疗卫生' };
    const made = await makeTeam(county(), input);
    expect(await makeTeam(county(), input)).toEqual(made);
    expect(await refusal(makeTeam(county(), { ...input, key: newId() }))).toEqual(
      refusedWith('experts.team_exists'),
    );
    for (const divisionCode of ['3307', '330703', '330702001']) {
      const elsewhere = { ...input, key: newId(), divisionCode };
      expect(await refusal(makeTeam(county(), elsewhere))).toEqual(refusedWith('experts.not_yours'));
    }
    expect((await getTeam(county(), { teamId: made.id })).history.map(({ action }) => action)).toEqual([
      'made',
    ]);
  });

  it('is not handed to somebody else who sends the same key', async () => {
    const input = { key: newId(), divisionCode: '330702', name: '法律服务团队', field: '法律' };
    await makeTeam(county(), input);
    expect(await refusal(makeTeam(as(scene.people.city), input))).toEqual(
      refusedWith('idempotency.other_content'),
    );
  });

  it('has one lead at a time, members by their name and others by name and post', async () => {
    const teamId = await makeExpertTeam(scene);
    const one = await addExpert(county(), { ...outsider(teamId), isLead: true });
    const memberId = await makeMember(county(), { organisationId: scene.town.county.id, name: '吴委员' });
    const two = await addExpert(county(), { teamId, memberId, isLead: true });
    const led = async () =>
      (await getTeam(county(), { teamId })).experts.filter(({ isLead }) => isLead).map(({ name }) => name);
    expect(await led()).toEqual(['吴委员']);
    await leadTeam(county(), { personId: one.id });
    expect(await led()).toEqual(['周医师']);
    const both = await Promise.allSettled([one, two].map(({ id }) => leadTeam(county(), { personId: id })));
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await led()).toHaveLength(1);
    await removeExpert(county(), { personId: one.id });
    const team = await getTeam(county(), { teamId });
    expect(team.experts.map(({ name }) => name)).toEqual(['吴委员']);
    expect(team.history.map(({ action }) => action).toSorted()).toEqual(
      ['joined', 'joined', 'led', 'led', 'led', 'left', 'made'].toSorted(),
    );
  });

  it('takes a member once, also when two offices do it at the same time', async () => {
    const teamId = await makeExpertTeam(scene);
    const memberId = await makeMember(county(), { organisationId: scene.town.county.id });
    const add = () => addExpert(county(), { teamId, memberId, isLead: false });
    const both = await Promise.allSettled([add(), add()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(add())).toEqual(refusedWith('experts.already_in'));
    expect(await refusal(addExpert(county(), { teamId, memberId: newId(), isLead: false }))).toEqual(
      refusedWith('experts.member_unknown'),
    );
    const withPhone = { ...outsider(teamId), post: '医师 13900001234' };
    expect(await refusal(addExpert(county(), withPhone))).toEqual(refusedWith('experts.personal_words'));
  });

  it(`has at most ${expertsAtMost} experts, and none once it has ended`, async () => {
    const teamId = await makeExpertTeam(scene);
    for (let made = 0; made < expertsAtMost; made += 1) await addExpert(county(), outsider(teamId));
    expect(await refusal(addExpert(county(), outsider(teamId)))).toEqual(refusedWith('experts.team_full'));
    await endTeam(county(), { teamId });
    expect(await refusal(addExpert(county(), outsider(teamId)))).toEqual(refusedWith('experts.team_ended'));
    expect(await refusal(endTeam(county(), { teamId }))).toEqual(refusedWith('experts.team_ended'));
  });

  it('of another county is not there; the city’s is known and not theirs to change', async () => {
    const theirs = await makeExpertTeam(scene, '330703');
    const person = await makeExpert(scene, theirs);
    const ofCity = await makeExpertTeam(scene, '3307');
    for (const work of [
      () => getTeam(county(), { teamId: theirs }),
      () => endTeam(county(), { teamId: theirs }),
      () => addExpert(county(), outsider(theirs)),
      () => removeExpert(county(), { personId: person.personId }),
      () => leadTeam(county(), { personId: newId() }),
    ])
      expect(await refusal(work())).toEqual(refusedWith('experts.team_not_found'));
    expect((await getTeam(county(), { teamId: ofCity })).may.keep.allowed).toBe(false);
    expect(await refusal(endTeam(county(), { teamId: ofCity }))).toEqual(refusedWith('experts.not_yours'));
    const twice = await makeExpert(scene, ofCity);
    await removeExpert(as(scene.people.city), { personId: twice.personId });
    expect(await refusal(removeExpert(as(scene.people.city), { personId: twice.personId }))).toEqual(
      refusedWith('experts.person_unknown'),
    );
  });
});

describe('the list of teams', () => {
  it('comes by name, page by page, to offices and hosts of the place and to nobody else', async () => {
    for (let made = 0; made < 21; made += 1) await makeExpertTeam(scene);
    const found: Awaited<ReturnType<typeof listTeams>>['rows'] = [];
    let after: { name: string; id: string } | undefined;
    do {
      const page = await listTeams(as(scene.people.host), { after });
      expect(page.rows.length).toBeLessThanOrEqual(20);
      found.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const row = found.find(({ id }) => id === scene.teamId);
    expect(row).toMatchObject({ experts: 2, lead: '林研究员' });
    for (const actor of [
      scene.people.otherCounty,
      scene.people.clerk,
      scene.people.auditor,
      scene.chen.actor,
    ]) {
      const { rows } = await listTeams(as(actor), {});
      expect(rows.map(({ id }) => id)).not.toContain(scene.teamId);
    }
  });
});
