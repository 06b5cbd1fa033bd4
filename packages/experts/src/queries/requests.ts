import { DomainError, holds, pageOf, system, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { listPhotos } from '@tongxin/files/queries';
import { listHistory, listMatters } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { movesFor, placeOf } from '@tongxin/matters/rules';
import { members } from '@tongxin/members/schema';
import { unitsOfActor } from '@tongxin/notices/queries';
import { organisations } from '@tongxin/organisations/schema';
import { and, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import {
  expertMoves,
  expertWorkflow,
  matchers,
  refusals,
  requesters,
  serves,
  type ListMine,
  type ListRequests,
  type One,
} from '../rules/index.ts';
import { expertRequests, expertTeamMembers, expertTeams } from '../schema.ts';
import { db, memberOf, standing } from './people.ts';

const pageSize = 20;

const expertName = sql<string | null>`coalesce(${members.name}, ${expertTeamMembers.name})`;
const columns = {
  id: expertRequests.matterId,
  number: matters.number,
  state: matters.state,
  dueAt: matters.dueAt,
  closedAt: matters.closedAt,
  ownerRole: matters.ownerRole,
  askedAt: expertRequests.askedAt,
  asker: organisations.name,
  field: expertRequests.field,
  purpose: expertRequests.purpose,
  wishedOn: expertRequests.wishedOn,
  visitOn: expertRequests.visitOn,
  expert: expertName,
  team: expertTeams.name,
  cityCode: expertRequests.cityCode,
  countyCode: expertRequests.countyCode,
  townshipCode: expertRequests.townshipCode,
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  villageCode: matters.villageCode,
  aboutId: expertRequests.aboutId,
  memberId: expertRequests.memberId,
  expertPost: sql<string | null>`coalesce(${expertTeamMembers.post}, ${members.dutyTitle})`,
  advice: expertRequests.advice,
  advisedAt: expertRequests.advisedAt,
  used: expertRequests.used,
  useWords: expertRequests.useWords,
  thanks: expertRequests.thanks,
};

/** Requests with what the spine says of them and who comes; whoever calls narrows, orders and limits. */
function requestRows(ctx: Context) {
  return db(ctx)
    .select(columns)
    .from(expertRequests)
    .innerJoin(matters, eq(matters.id, expertRequests.matterId))
    .innerJoin(organisations, eq(organisations.id, matters.organisationId))
    .leftJoin(expertTeamMembers, eq(expertTeamMembers.id, expertRequests.personId))
    .leftJoin(expertTeams, eq(expertTeams.id, expertTeamMembers.teamId))
    .leftJoin(members, eq(members.id, expertTeamMembers.memberId));
}

const beyond = (after: ListRequests['after']): SQL | undefined =>
  after &&
  sql`(${expertRequests.askedAt}, ${expertRequests.matterId}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
const newest = [desc(expertRequests.askedAt), desc(expertRequests.matterId)] as const;
const cursorOf = ({ askedAt, id }: { askedAt: Temporal.Instant; id: string }) => ({
  at: askedAt.toString(),
  id,
});

/** Requests on the ground of the actor's offices; undefined when there is none. */
function onGroundOf(actor: Actor): SQL | undefined {
  if (actor.kind !== 'account') return undefined;
  const levels = { 4: expertRequests.cityCode, 6: expertRequests.countyCode, 9: expertRequests.townshipCode };
  const parts = actor.grants.flatMap(({ role, divisionCode, matterId }) => {
    if (!requesters.some((one) => one === role) || divisionCode === null || matterId !== null) return [];
    const column = levels[divisionCode.length as keyof typeof levels];
    return column === undefined ? [] : [eq(column, divisionCode)];
  });
  return parts.length === 0 ? undefined : or(...parts);
}

/**
 * Requests on the ground of the actor's offices, newest first, 20 a page: all of them, those that the actor's own units
 * ask, those in one state. Nobody else gets any.
 */
export async function listRequests(ctx: Context, { mine, state, after }: ListRequests) {
  const ground = onGroundOf(ctx.actor);
  if (ground === undefined) return { rows: [], next: null };
  const units = mine ? await unitsOfActor(ctx) : [];
  if (mine && units.length === 0) return { rows: [], next: null };
  const found = await requestRows(ctx)
    .where(
      and(
        ground,
        mine ? inArray(matters.organisationId, units) : undefined,
        state === undefined ? undefined : eq(matters.state, state),
        beyond(after),
      ),
    )
    .orderBy(...newest)
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, cursorOf);
  return { ...page, rows: page.rows.map(asLine) };
}

function asLine({ id, number, state, dueAt, asker, field, wishedOn, visitOn, expert, askedAt }: RequestRow) {
  return { id, number, state, dueAt, asker, field, wishedOn, visitOn, expert, askedAt };
}

type RequestRow = Awaited<ReturnType<typeof requestRows>>[number];

async function deskRequest(ctx: Context, id: string) {
  const [row] = await requestRows(ctx).where(eq(expertRequests.matterId, id)).limit(1);
  const works = row !== undefined && holds(ctx.actor, requesters, placeOf(row)) !== undefined;
  if (row === undefined || !works) throw new DomainError('experts.not_found', refusals['experts.not_found']);
  return row;
}

/**
 * One request for the offices of its ground: what is asked, who comes, what they advise, what it is for as far as the
 * asker may know of it, the photos, what happened, and what this office may do now. Refuses: experts.not_found.
 */
export async function getRequest(ctx: Context, { id }: One) {
  const row = await deskRequest(ctx, id);
  const [history, photos, abouts] = await Promise.all([
    listHistory(ctx, id),
    listPhotos(ctx, [id]),
    row.aboutId === null ? [] : listMatters(ctx, [row.aboutId]),
  ]);
  const {
    organisationId: _o,
    ownerUnitId: _w,
    handlerUnitId: _h,
    villageCode: _v,
    aboutId: _a,
    ...shown
  } = row;
  return {
    ...shown,
    about: abouts.map(({ id: aboutId, kind, number }) => ({ id: aboutId, kind, number }))[0] ?? null,
    photoIds: photos.map((photo) => photo.id),
    history,
    may: movesFor(expertWorkflow, { ...row, doneBy: {} }, ctx.actor),
  };
}

/**
 * Who can be asked for this request: experts of the city's teams and of the county's, those of the asked field first,
 * then by team and name; at most 500. For the offices that match. Refuses: experts.not_found.
 */
export async function listCandidates(ctx: Context, { id }: One) {
  const request = await deskRequest(ctx, id);
  if (holds(ctx.actor, matchers, placeOf(request)) === undefined)
    throw new DomainError('experts.not_found', refusals['experts.not_found']);
  const fits = sql<boolean>`strpos(${expertTeams.field}, ${request.field}) > 0 or strpos(${request.field}, ${expertTeams.field}) > 0`;
  const found = await db(ctx)
    .select({
      id: expertTeamMembers.id,
      name: sql<string>`${expertName}`,
      post: sql<string | null>`coalesce(${expertTeamMembers.post}, ${members.dutyTitle})`,
      team: expertTeams.name,
      field: expertTeams.field,
      cityCode: expertTeams.cityCode,
      countyCode: expertTeams.countyCode,
    })
    .from(expertTeamMembers)
    .innerJoin(expertTeams, eq(expertTeams.id, expertTeamMembers.teamId))
    .leftJoin(members, eq(members.id, expertTeamMembers.memberId))
    .where(
      and(
        standing,
        eq(expertTeams.cityCode, request.cityCode),
        request.countyCode === null
          ? undefined
          : or(isNull(expertTeams.countyCode), eq(expertTeams.countyCode, request.countyCode)),
      ),
    )
    .orderBy(
      desc(fits),
      sql`${expertTeams.name} collate "zh-Hans-CN-x-icu"`,
      desc(expertTeamMembers.isLead),
      sql`${expertName} collate "zh-Hans-CN-x-icu"`,
      expertTeamMembers.id,
    )
    .limit(500);
  return found
    .filter((person) => serves(person, request))
    .map(({ cityCode: _c, countyCode: _y, ...person }) => person);
}

/**
 * What the member who asks is asked to advise on, or was: open ones, or those that are over, newest first; 20 a page,
 * each with what they may do now. Nothing for an account that is no member's.
 */
export async function myRequests(ctx: Context, { open, after }: ListMine) {
  const me = await memberOf(ctx);
  if (me === null) return { rows: [], next: null };
  const found = await requestRows(ctx)
    .where(
      and(
        eq(expertRequests.memberId, me.id),
        open ? isNull(matters.closedAt) : isNotNull(matters.closedAt),
        beyond(after),
      ),
    )
    .orderBy(...newest)
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, cursorOf);
  // How many went with the advice: no more of them is told, and members see no photos of matters.
  const photos = await listPhotos(
    { ...ctx, actor: system },
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map((row) => ({
    ...asSeenByExpert(row),
    photos: photos.filter(({ matterId }) => matterId === row.id).length,
  }));
  return { ...page, rows };
}

function asSeenByExpert(row: RequestRow) {
  const { id, number, state, dueAt, asker, field, purpose, wishedOn, visitOn, askedAt } = row;
  const { advice, advisedAt, used, useWords, thanks } = row;
  const mine = { advice, advisedAt, used, useWords, thanks };
  const asked = { id, number, state, dueAt, asker, field, purpose, wishedOn, visitOn, askedAt };
  const may = expertMoves.filter((move) =>
    expertWorkflow.moves[move].from.some((state_) => state_ === state),
  );
  return { ...asked, ...mine, may };
}
