import {
  addOffer,
  dateOrder,
  declineOrder,
  followUp,
  landLead,
  openLead,
  placeOrder,
  serveOrder,
  tellDeclined,
} from '@tongxin/outreach/commands';
import { civilDay, newId } from '@tongxin/core';
import {
  cityMenu,
  countyMenu,
  plannedLeads,
  showcaseOrders,
  type PlannedOrder,
} from '../network/outreach.ts';
import type { HeldEvent } from '../network/planned.ts';
import { dayOf, startOf, type Moment } from '../plan/town-time.ts';
import type { People } from '../people/town-people.ts';
import { showcase, showcaseCounty } from '../sign-ins.ts';
import { accountNamed, contextAt, recordOf, type Inside, type Stage } from './stage.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Menus were there before the first village ordered. */
const menuSince = 200;

const dateOf = (moment: Moment) => civilDay(Temporal.Instant.fromEpochMilliseconds(moment));
/** Ten in the morning, so many days before today. */
const morning = (inside: Inside, daysAgo: number) =>
  startOf(dayOf(inside.now().epochMilliseconds) - daysAgo) + 10 * hour;

/**
 * The city's menu and the showcase county's, what the villages of the showcase township ordered of them, and what
 * kinship visits that are over brought. Other places have no menu of their own yet.
 */
export async function tellOutreach(
  inside: Inside,
  stage: Stage,
  { people, held }: { people: People; held: readonly HeldEvent[] },
): Promise<void> {
  const { code } = people.place;
  const isCity = code.length === 4;
  if (!isCity && code !== showcaseCounty) return;
  const office = isCity ? `city:${code}` : `county:${code}:router`;
  const by = contextAt(inside, accountNamed(stage, office), morning(inside, menuSince));
  const offers = new Map<string, string>();
  for (const offer of isCity ? cityMenu : countyMenu) {
    const { id } = await addOffer(by, { key: newId(), divisionCode: code, ...offer });
    offers.set(offer.title, id);
  }
  await tellLeads(inside, stage, held);
  if (isCity) return;
  const villages = people.villages.filter(({ townshipCode }) => townshipCode === showcase);
  for (const [at, order] of showcaseOrders.entries())
    await tellOrder(inside, stage, {
      ...{ order, office, offerId: offers.get(order.title)! },
      villageCode: villages[at % villages.length]!.code,
    });
}

type Told = { order: PlannedOrder; offerId: string; villageCode: string; office: string };

async function tellOrder(
  inside: Inside,
  stage: Stage,
  { order, offerId, villageCode, office }: Told,
): Promise<void> {
  const asked = morning(inside, order.askedDaysAgo);
  const host = (at: Moment) => contextAt(inside, accountNamed(stage, `host:${showcase}`), at);
  const county = contextAt(inside, accountNamed(stage, office), asked + day);
  const { wishedAfter, expected, words, answer } = order;
  const { id } = await placeOrder(host(asked), {
    key: newId(),
    ...{ offerId, divisionCode: villageCode, expected, words },
    wishedOn: dateOf(asked + wishedAfter * day),
  });
  if (answer.how === 'asked') return;
  if (answer.how === 'declined') {
    await declineOrder(county, { id, reason: answer.reason });
    await tellDeclined(host(asked + 2 * day), { id });
    return;
  }
  const comes = morning(inside, answer.how === 'dated' ? -answer.inDays : answer.daysAgo);
  await dateOrder(county, { id, comesOn: dateOf(comes) });
  if (answer.how === 'dated') return;
  const { people, words: servedWords } = answer;
  await serveOrder(host(comes + day), { id, servedOn: dateOf(comes), people, words: servedWords });
}

/** Leads of the kinship visits that took place, one after the other; none where there was no visit. */
async function tellLeads(inside: Inside, stage: Stage, held: readonly HeldEvent[]): Promise<void> {
  const visits = held.filter(({ category, ending }) => category === 'kinship' && ending.how === 'held');
  for (const [at, { followUps, landed, ...lead }] of plannedLeads.entries()) {
    const visit = visits[at % visits.length];
    if (visit === undefined || visit.endsAt + 3 * day > morning(inside, 1)) return;
    const by = (moment: Moment) => contextAt(inside, accountNamed(stage, visit.by), moment);
    const opened = visit.endsAt + hour;
    const { id } = await openLead(by(opened), { key: newId(), eventId: recordOf(stage, visit.ref), ...lead });
    for (const what of followUps) await followUp(by(opened + day), { id, on: dateOf(opened + day), what });
    if (landed !== null) await landLead(by(opened + 2 * day), { id, reason: landed });
  }
}
