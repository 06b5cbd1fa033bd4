import { civilDay } from '@tongxin/core';
import { addKind } from '@tongxin/events/commands';
import { setMinimum } from '@tongxin/members/commands';
import { savePost, saveTerm, saveTermSession } from '@tongxin/organisations/commands';
import { eventKinds } from '../network/kinds.ts';
import { minimums } from '../people/groups.ts';
import type { PlannedPost } from '../people/leaders.ts';
import type { People } from '../people/town-people.ts';
import { named, type Cast, type Inside } from './stage.ts';

/** Who leads which body, the terms of the committee with their sessions, and what its groups owe. */
export async function tellBodies(
  inside: Inside,
  { offices, posts, terms, place }: People,
  cast: Cast,
): Promise<void> {
  const order = new Map<string, number>();
  for (const post of posts) {
    const placeNo = (order.get(post.office) ?? 0) + 1;
    order.set(post.office, placeNo);
    await holdPost(inside, post, { placeNo, organisationId: named(cast.units, post.office) });
  }
  for (const { committee, sessions, ...term } of terms) {
    const organisationId = named(cast.units, committee);
    await saveTerm(inside, { ...term, organisationId });
    for (const session of sessions)
      await saveTermSession(inside, { ...session, organisationId, termNo: term.termNo });
  }
  const office = named(cast.units, `office:${place.code}`);
  // The year that is told ends a little more than a year from here.
  const last = civilDay(inside.now()).add({ days: 370 }).year;
  for (const year of [last - 1, last])
    for (const minimum of minimums) await setMinimum(inside, { ...minimum, year, organisationId: office });
  if (offices.some(({ kind }) => kind === 'city_office')) await nameKinds(inside, cast);
}

type Seat = { placeNo: number; organisationId: string };

/** Posts that have changed hands keep who held them before. */
async function holdPost(
  inside: Inside,
  { title, holderName, before }: PlannedPost,
  seat: Seat,
): Promise<void> {
  const today = civilDay(inside.now());
  const post = { ...seat, title };
  const long = today.subtract({ years: 2 }).toString();
  if (before === null) {
    await savePost(inside, { ...post, holderName, validFrom: long });
    return;
  }
  const { postId } = await savePost(inside, { ...post, holderName: before, validFrom: long });
  await savePost(inside, { ...post, postId, holderName, validFrom: today.subtract({ days: 40 }).toString() });
}

/** What the city calls its events. */
async function nameKinds(inside: Inside, cast: Cast): Promise<void> {
  for (const kind of eventKinds) cast.kinds[kind.name] = (await addKind(inside, kind)).id;
}
