import { civilDay, holds, type Grant } from '@tongxin/core';
import { once, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { link, nextNumber, openMatter } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { groups } from '@tongxin/members/schema';
import { officeOfLevel, seriesNumber, type Levels } from '@tongxin/matters/rules';
import { findOfficeOf, getOrganisation } from '@tongxin/organisations/queries';
import { and, eq, isNull, or } from 'drizzle-orm';
import { eventWorkflow, partsAtMost, type CreateEvent } from '../rules/index.ts';
import { officeKinds } from '../rules/units.ts';
import { eventKinds, events } from '../schema/index.ts';
import { accountOf, type Inside } from './event-row.ts';
import { addInvitees } from './invite.ts';
import { refuse } from './refuse.ts';
import { ensurePlace, ensureSites, writeSites } from './sites.ts';

/**
 * Plans an event: a draft that only its own level sees, with whoever is to be asked. Nothing is taken yet. Sent twice
 * with the same key it plans once. Refuses: events.not_yours, unit_elsewhere, kind_unknown, place_missing, site_unknown,
 * group, parent, parts_full, member_unknown, unit_unknown; divisions.not_found; idempotency.other_content.
 */
export async function createEvent(ctx: Context, input: CreateEvent): Promise<{ id: string; number: string }> {
  const { key, startsAt, endsAt, answerBy, ...rest } = input;
  const times = [startsAt, endsAt, answerBy].map((one) => one?.toString() ?? null);
  const sent = { ...rest, times, by: accountOf(ctx) };
  return once(ctx, { key: `events.create:${key}`, input: sent }, (_tx, inside) => plan(inside, input));
}

async function plan(inside: Inside, input: CreateEvent): Promise<{ id: string; number: string }> {
  const { levels, grant } = await groundOf(inside, input.divisionCode);
  const organisationId = await organiserOf(inside, input);
  await ensureKind(inside, input, organisationId);
  await ensurePlace(inside, input);
  const siteIds = await ensureSites(inside, input.siteIds);
  if (input.groupId !== undefined) await ensureGroup(inside, input.groupId, levels);
  if (input.parentId !== undefined) await ensurePart(inside, input, organisationId);
  const year = civilDay(inside.now()).year;
  const organ = `E${input.divisionCode}`;
  const number = seriesNumber(organ, year, await nextNumber(inside.tx, { organ, year, kind: 'event' }));
  const { id } = await openMatter(inside.tx, inside, eventWorkflow, {
    number,
    organisationId,
    ...levels,
    villageCode: null,
    due: input.startsAt,
    data: { category: input.category, startsAt: input.startsAt.toString(), endsAt: input.endsAt.toString() },
    grant,
  });
  await inside.tx
    .insert(events)
    .values({ matterId: id, ...levels, ...rowOf(input), changedAt: inside.now() });
  await writeSites(inside, id, siteIds);
  if (input.parentId !== undefined)
    await link(inside.tx, inside, { fromId: id, toId: input.parentId, kind: 'part_of' });
  await addInvitees(inside, { id, ...levels }, input);
  return { id, number };
}

function rowOf(input: CreateEvent) {
  const { category, title, mode, startsAt, endsAt, mustAttend, signUp } = input;
  return {
    ...{ category, title, mode, startsAt, endsAt, mustAttend, signUp },
    kindId: input.kindId ?? null,
    summary: input.summary ?? null,
    speaker: input.speaker ?? null,
    platformId: input.platformId ?? null,
    placeWords: input.placeWords ?? null,
    onlineUrl: input.onlineUrl ?? null,
    answerBy: input.answerBy ?? null,
    capacity: input.capacity ?? null,
    parentEventId: input.parentId ?? null,
    groupId: input.groupId ?? null,
  };
}

/** The levels of the event's ground, and the grant of its own office. Refuses: events.not_yours. */
async function groundOf(ctx: Context, code: string): Promise<{ levels: Levels; grant: Grant | undefined }> {
  const { level, cityCode, countyCode, townshipCode } = await getDivision(ctx, code);
  const isHere = cityCode === ctx.municipality.code && ['city', 'county', 'township'].includes(level);
  if (!isHere) return refuse('events.not_yours');
  const levels = { cityCode, countyCode, townshipCode };
  const codes = [cityCode, countyCode, townshipCode].filter((one) => one !== null);
  const grant = holds(ctx.actor, [officeOfLevel(levels)], { divisionCodes: codes });
  if (grant === undefined && ctx.actor.kind !== 'system') refuse('events.not_yours');
  return { levels, grant };
}

/** The organising unit, which works for the event's ground. Refuses: events.unit_elsewhere. */
async function organiserOf(
  ctx: Context,
  { organisationId, divisionCode }: Pick<CreateEvent, 'organisationId' | 'divisionCode'>,
): Promise<string> {
  if (organisationId === undefined) {
    const kind = officeKinds[divisionCode.length];
    const office = kind === undefined ? null : await findOfficeOf(ctx, kind, divisionCode);
    return office?.id ?? refuse('events.unit_elsewhere');
  }
  const unit = await getOrganisation(ctx, organisationId);
  return unit.divisionCode === divisionCode ? unit.id : refuse('events.unit_elsewhere');
}

async function ensureKind({ tx }: Inside, { kindId, category }: CreateEvent, organisationId: string) {
  if (kindId === undefined) return;
  const [kind] = await tx
    .select({ id: eventKinds.id })
    .from(eventKinds)
    .where(
      and(
        eq(eventKinds.id, kindId),
        eq(eventKinds.category, category),
        eq(eventKinds.active, true),
        or(isNull(eventKinds.organisationId), eq(eventKinds.organisationId, organisationId)),
      ),
    )
    .limit(1);
  if (kind === undefined) refuse('events.kind_unknown');
}

/** A group that exists, of the county's committee or of the city's. Refuses: events.group. */
async function ensureGroup({ tx }: Inside, groupId: string, { cityCode, countyCode }: Levels): Promise<void> {
  const [group] = await tx
    .select({ countyCode: groups.countyCode })
    .from(groups)
    .where(and(eq(groups.id, groupId), eq(groups.cityCode, cityCode), isNull(groups.toOn)))
    .limit(1);
  if (group === undefined || (group.countyCode !== null && group.countyCode !== countyCode))
    refuse('events.group');
}

/** A part lies in the whole: the same organiser, still ahead, within its time, and not itself a part of something. It stays so
 *  until the part is planned. */
async function ensurePart(inside: Inside, input: CreateEvent, organisationId: string): Promise<void> {
  const [whole] = await inside.tx
    .select({
      state: matters.state,
      organisationId: matters.organisationId,
      parentEventId: events.parentEventId,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
    })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .where(eq(events.matterId, input.parentId!))
    .limit(1)
    // Whoever plans another part of it meanwhile waits, so that none is one too many.
    .for('update', { of: events });
  const fits =
    whole !== undefined &&
    whole.organisationId === organisationId &&
    whole.parentEventId === null &&
    ['draft', 'published'].includes(whole.state) &&
    Temporal.Instant.compare(whole.startsAt, input.startsAt) <= 0 &&
    Temporal.Instant.compare(input.endsAt, whole.endsAt) <= 0;
  if (!fits) refuse('events.parent');
  const parts = await inside.tx.$count(events, eq(events.parentEventId, input.parentId!));
  if (parts >= partsAtMost) refuse('events.parts_full');
}
