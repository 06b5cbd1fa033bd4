import { civilDay, newId } from '@tongxin/core';
import {
  acceptRequest,
  addExpert,
  adviseOn,
  makeTeam,
  matchExpert,
  requestExpert,
  tellUse,
  thankExpert,
} from '@tongxin/experts/commands';
import { AddExpert } from '@tongxin/experts/rules';
import { answerAsk, planVisit, recordVisit } from '@tongxin/visits/commands';
import { getVisit } from '@tongxin/visits/queries';
import {
  expertRequests,
  expertTeams,
  memberVisits,
  type PlannedRequest,
  type PlannedVisit,
} from '../network/asked.ts';
import { dayOf, startOf, type Moment } from '../plan/town-time.ts';
import { showcase, showcaseCounty } from '../sign-ins.ts';
import { accountNamed, contextAt, named, type Inside, type Stage } from './stage.ts';

const hour = 3_600_000;
/** Teams were there before the first request. */
const teamsSince = 300;

const office = `county:${showcaseCounty}:router`;
const memberAt = (stage: Stage, at: number) => named(stage.cast.members, `member:${showcaseCounty}:${at}`);

/** Ten in the morning, so many days before today. */
const morning = (inside: Inside, daysAgo: number): Moment =>
  startOf(dayOf(inside.now().epochMilliseconds) - daysAgo) + 10 * hour;
const dateOf = (moment: Moment) => civilDay(Temporal.Instant.fromEpochMilliseconds(moment));

/** The showcase county's teams of experts, what its township asked them, and visits to its members. */
export async function tellAsked(inside: Inside, stage: Stage): Promise<void> {
  const people = await tellTeams(inside, stage);
  for (const request of expertRequests) await tellRequest(inside, stage, { request, people });
  for (const visit of memberVisits) await tellVisit(inside, stage, visit);
}

/** Experts by team and place in it. */
type Experts = ReadonlyMap<string, readonly string[]>;

async function tellTeams(inside: Inside, stage: Stage): Promise<Experts> {
  const by = contextAt(inside, accountNamed(stage, office), morning(inside, teamsSince));
  const experts = new Map<string, string[]>();
  for (const { name, field, people } of expertTeams) {
    const { id: teamId } = await makeTeam(by, { key: newId(), divisionCode: showcaseCounty, name, field });
    const ids: string[] = [];
    for (const [at, who] of people.entries()) {
      const person = 'member' in who ? { memberId: memberAt(stage, who.member) } : who;
      ids.push((await addExpert(by, AddExpert.parse({ teamId, isLead: at === 0, ...person }))).id);
    }
    experts.set(name, ids);
  }
  return experts;
}

type Told = { request: PlannedRequest; people: Experts };

async function tellRequest(inside: Inside, stage: Stage, { request, people }: Told): Promise<void> {
  const { askedDaysAgo, match, advised, field, purpose } = request;
  const at = (who: string, daysAgo: number, hours = 0) =>
    contextAt(inside, accountNamed(stage, who), morning(inside, daysAgo) + hours * hour);
  const host = `host:${showcase}`;
  const wishedOn = dateOf(morning(inside, advised?.daysAgo ?? askedDaysAgo - 10));
  const asked = { key: newId(), divisionCode: showcase, field, purpose, wishedOn };
  const { id } = await requestExpert(at(host, askedDaysAgo), asked);
  if (match === null) return;
  await matchExpert(at(office, askedDaysAgo, 3), { id, personId: people.get(match.team)![match.at]! });
  if (advised === null) return;
  const { daysAgo, advice, used, thanks } = advised;
  await acceptRequest(at('member', askedDaysAgo - 1), { id, visitOn: wishedOn });
  await adviseOn(at('member', daysAgo, 8), { id, advice, photoIds: [] });
  await tellUse(at(host, daysAgo - 5), { id, used: 'yes', words: used });
  await thankExpert(at(host, daysAgo - 5, 1), { id, words: thanks });
}

async function tellVisit(inside: Inside, stage: Stage, { member, daysAgo, asks }: PlannedVisit) {
  const day = morning(inside, daysAgo);
  const by = (moment: Moment) => contextAt(inside, accountNamed(stage, office), moment);
  const { id } = await planVisit(by(morning(inside, Math.max(daysAgo, 0) + 5)), {
    ...{ key: newId(), divisionCode: showcaseCounty, memberId: memberAt(stage, member) },
    ...{ visitOn: dateOf(day), visitors: '区政协副主席、委员工作委主任' },
  });
  if (daysAgo < 0) return;
  const words = asks.map((ask) => ask.words);
  await recordVisit(by(day + 6 * hour), { id, visitedOn: dateOf(day), asks: words });
  const told = await getVisit(by(day + 7 * hour), { id });
  for (const [at, { answer }] of asks.entries())
    if (answer !== null) await answerAsk(by(day + 48 * hour), { askId: told.asks[at]!.id, answer });
}
