import { grantRole } from '@tongxin/accounts/commands';
import { makeAccount, testKeys } from '@tongxin/accounts/testing';
import { system, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { eventSceneOf } from '@tongxin/events/testing';
import { hallSceneOf, makeSession, type HallScene } from '@tongxin/deliberations/testing';
import { sceneOf } from '@tongxin/issues/testing';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { addMember } from '@tongxin/members/commands';
import { noticeUnit } from '@tongxin/notices/commands';
import { objectToLine } from '@tongxin/record/commands';
import { makeCallers } from './callers.ts';
import { makeNetwork } from './fixture/network.ts';
import { makeEvents } from './fixture/events.ts';
import { makeExperts } from './fixture/experts.ts';
import { makeLeadOf, makeOrders } from './fixture/outreach.ts';
import { makeIssues, makePhotos } from './fixture/issues.ts';
import { makeSites } from './fixture/sites.ts';
import { makeRotas } from './fixture/rotas.ts';
import { makeLines, makeTalks } from './fixture/talks.ts';
import { makeVisits } from './fixture/visits.ts';

export { testNow };

/** A context with every key that the running town has. */
export function contextAs(database: TestDatabase, actor: Actor, now = testNow): Context {
  return { ...contextOf(database, actor, now), keys: testKeys };
}

/**
 * The small town with one record for each thing that can be asked or done: an issue in every state, topics, sessions
 * and agreed lines, accounts to look after, and a caller of each kind who had no part in any of it. All of it lies in
 * the township 330702001 and, where a department has it, with the first department.
 */
export async function makeFixture(database: TestDatabase) {
  const town = await makeTown(database);
  const house = contextAs(database, system);
  const scene = sceneOf(database, town);
  const hall = await hallSceneOf(scene);
  const callers = await makeCallers(house, town);
  const issues = await makeIssues(scene, callers.contact);
  const photos = await makePhotos(scene);
  const talks = await makeTalks(hall);
  const lines = await makeLines(hall);
  const memberId = await addMember(house, {
    name: '委员本人',
    sectorCode: '22',
    organisationId: town.county.id,
    accountId: callers.member.accountId,
  });
  const network = await makeNetwork(house, town, memberId);
  const rotas = await makeRotas(database, town, {
    id: memberId,
    actor: callers.member,
    desk: callers.host.accountId,
  });
  const eventScene = await eventSceneOf(database, town);
  const events = await makeEvents(eventScene, {
    memberId,
    actor: callers.member,
    photoId: photos.ofEvent,
  });
  const objection = await objectToLine(contextAs(database, callers.member), {
    key: crypto.randomUUID(),
    lineId: events.disputed,
    words: '那天我到了。',
  });
  const experts = await makeExperts(database, town, { memberId, actor: callers.member });
  const visits = await makeVisits(database, town, memberId);
  const lead = await makeLeadOf(eventScene);
  const orders = await makeOrders(eventScene);
  const invited = await makeInvitation(hall, memberId);
  const noticeId = crypto.randomUUID();
  await noticeUnit(
    house,
    { event: 'turn', matterId: issues.received.id, unitId: town.township.id },
    noticeId,
  );
  const people = await makePeople(house, town);
  const sites = await makeSites(house, town);
  const work = { issues, photos, talks, lines, rotas, events, objection, experts, visits, lead, orders };
  return { database, town, hall, callers, ...work, memberId, invited, network, noticeId, people, sites };
}

export type Fixture = Awaited<ReturnType<typeof makeFixture>>;

/** A session that the member is asked to, on a day on which nothing else is. */
async function makeInvitation(hall: HallScene, memberId: string): Promise<string> {
  const startsAt = testNow.add({ hours: 24 * 40 });
  const during = { startsAt, endsAt: startsAt.add({ hours: 2 }) };
  return (await makeSession(hall, { memberIds: [memberId], ...during })).id;
}

/** Accounts that are looked after: one that works, one with an authenticator, one that is closed. */
async function makePeople(house: Context, town: Town) {
  const divisionCode = town.township.divisionCode;
  const make = (username: string, more: Parameters<typeof makeAccount>[1] = {}) =>
    makeAccount(house, { username, divisionCode, ...more });
  const person = await make('looked-after');
  const { grantId } = await grantRole(house, {
    accountId: person.accountId as never,
    role: 'host',
    divisionCode,
    reason: '主持议事堂',
  });
  const withTotp = await make('with-totp', { twoFactorEnabled: true });
  const closed = await make('closed', { disabledAt: testNow });
  return { person: person.accountId, grantId, withTotp: withTotp.accountId, closed: closed.accountId };
}
