import type { DivertChannel } from '@tongxin/issues/rules';
import { elsewhere, mistaken } from '../stories/elsewhere.ts';
import { fitting, matterAt, writeIn, type Place } from '../stories/matter.ts';
import { officeWords } from '../stories/office-words.ts';
import { handle } from './direct-life.ts';
import { act, soon, type Desk, type Life } from './desk.ts';
import { accept, beginLife } from './tell-it.ts';
import { dayOf, monthOf, startOf, type Moment } from './town-time.ts';

const elsewhereShares = { hotline: 46, court: 22, petition: 14, discipline: 9, emergency: 9 } as const;

/** It belongs to another door; sometimes that door sends it back, and sometimes the host was wrong. */
export function divertedLife(desk: Desk, place: Place, at: Moment, channel?: DivertChannel): Life {
  const { chance } = desk;
  const wanted = channel ?? chance.weighted(elsewhereShares);
  const door = elsewhere.find((one) => one.channel === wanted)!;
  const returns = door.bounced.length > 0 && chance.is(0.09);
  // What comes back to stay was the hall's own from the beginning.
  const own = returns && door.again.length === 0;
  const { told, reason } = chance.pick(door.matters);
  const life = beginLife(desk, own ? { place, at } : { place, at, elsewhere: { told, door } });
  const sent = wanted === 'emergency' ? at + chance.whole(2, 9) * 60_000 : soon(desk, at, 0, 1);
  const divert = (when: Moment, why: string) =>
    act(
      desk,
      life,
      { at: when, by: life.host, state: 'diverted' },
      { do: 'divert', channel: wanted, reason: why },
    );
  divert(sent, own ? chance.pick(mistaken) : reason);
  if (!returns) return life;
  const back = desk.time.atHome(dayOf(sent) + chance.whole(2, 14));
  const text = chance.pick(door.bounced);
  act(
    desk,
    life,
    { at: back, by: 'resident', state: 'received' },
    { do: 'bounce', text, key: chance.uuid() },
  );
  if (own) handle(desk, life, accept(desk, life, back));
  else divert(soon(desk, back, 0, 2), chance.pick(door.again));
  return life;
}

/** The hall cannot take it up and says why; some ask the county to look again. */
export function declinedLife(desk: Desk, place: Place, at: Moment): Life {
  const { chance } = desk;
  const life = beginLife(desk, { place, at });
  const { matter } = life;
  const declined = soon(desk, at, 0, 1);
  const { ground, reason } = chance.pick(fitting(matter, 'declines'));
  const deed = { do: 'decline', ground, reason: writeIn(reason, matter) } as const;
  act(desk, life, { at: declined, by: life.host, state: 'declined' }, deed);
  if (!chance.is(0.18)) return life;
  const asked = desk.time.atHome(dayOf(declined) + chance.whole(1, 12), declined);
  act(desk, life, { at: asked, by: 'resident', state: 'in_review' }, { do: 'askReview', key: chance.uuid() });
  const decided = soon(desk, asked, 1, 4);
  const by = desk.office('verifier');
  if (chance.is(0.55)) {
    act(
      desk,
      life,
      { at: decided, by, state: 'declined' },
      { do: 'uphold', reason: chance.pick(officeWords.uphold) },
    );
    return life;
  }
  act(
    desk,
    life,
    { at: decided, by, state: 'accepted' },
    { do: 'overturn', reason: chance.pick(officeWords.overturn) },
  );
  handle(desk, life, decided);
  return life;
}

/** The office has to ask back. `answers` says whether anybody does before the ten days are over, or later. */
export function askedLife(desk: Desk, place: Place, at: Moment, answers: 'in time' | 'late' | 'never'): Life {
  const { chance } = desk;
  const life = beginLife(desk, { place, at });
  const asked = soon(desk, at, 0, 1);
  const own = fitting(life.matter, 'questions');
  const [question, answer] = chance.pick(own.length > 0 && chance.is(0.75) ? own : officeWords.questions);
  act(desk, life, { at: asked, by: life.host, state: 'needs_info' }, { do: 'ask', question });
  const parked = startOf(dayOf(asked) + 11) + chance.whole(1, 50) * 60_000;
  if (answers !== 'in time') act(desk, life, { at: parked, by: 'clock', state: 'parked' }, { do: 'park' });
  if (answers === 'never') return life;
  const day = answers === 'in time' ? dayOf(asked) + chance.whole(0, 8) : dayOf(parked) + chance.whole(2, 20);
  const answered = desk.time.atHome(day, asked);
  act(
    desk,
    life,
    { at: answered, by: 'resident', state: 'received' },
    { do: 'answer', text: answer, key: chance.uuid() },
  );
  handle(desk, life, accept(desk, life, answered));
  return life;
}

/** The resident takes it back before it has gone anywhere. */
export function withdrawnLife(desk: Desk, place: Place, at: Moment): Life {
  const { chance } = desk;
  const life = beginLife(desk, { place, at });
  const known = chance.is(0.5) ? accept(desk, life, at) : at;
  const taken = known + chance.whole(20, 900) * 60_000;
  act(desk, life, { at: taken, by: 'resident', state: 'withdrawn' }, { do: 'withdraw', key: chance.uuid() });
  return life;
}

/** Nobody at the hall has looked at it yet, though the day is long over. */
export function forgottenLife(desk: Desk, place: Place, at: Moment): Life {
  const life = beginLife(desk, { place, at });
  if (desk.chance.is(0.4)) accept(desk, life, at);
  return life;
}

/** Somebody else tells the same trouble while it is open; it is handled together with the first. */
export function mergedLife(
  desk: Desk,
  target: Life,
  { from, until }: { from: Moment; until: Moment },
): Life | null {
  const { chance } = desk;
  const places = desk.places(target.place.townshipCode);
  const spot = target.matter.spot;
  const told = desk.time.atHome(dayOf(from + chance.next() * Math.max(0, until - from)), from);
  const merged = soon(desk, told, 0, 1);
  if (merged >= until || places.length === 0) return null;
  const matter = {
    ...matterAt(chance, target.place, monthOf(told), target.matter.story),
    scene: target.matter.scene,
    spot,
  };
  const life = beginLife(desk, { place: target.place, at: told, matter });
  act(desk, life, { at: merged, by: life.host, state: 'merged' }, { do: 'merge', into: target.ref });
  if (life.state === 'merged') target.merged.push(life.ref);
  return life;
}
