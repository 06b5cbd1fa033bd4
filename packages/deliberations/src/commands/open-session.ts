import { civilDay, type Grant } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { nextNumber, openMatter, type Matter } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { inArray } from 'drizzle-orm';
import { recordBy, sessionNumber, sessionWorkflow, type ScheduleSession } from '../rules/index.ts';
import { sessionInvitees, sessions, topics } from '../schema/index.ts';
import { methodFor } from '../queries/methods.ts';
import { membersOf, type Hall } from './invitations.ts';

type Announced = { input: ScheduleSession; hall: Hall; grant: Grant; first: Matter };

/** Opens a session with its public notice and its invitations, in the chain of its first topic. */
export async function openSession(
  tx: Tx,
  ctx: Context,
  announced: Announced,
): Promise<{ id: string; number: string }> {
  const { input, hall, grant, first } = announced;
  const { cityCode, countyCode, townshipCode, organisationId } = hall;
  const year = civilDay(ctx.now()).year;
  const count = await nextNumber(tx, { organ: countyCode, year, kind: 'session' });
  const number = sessionNumber(countyCode, year, count);
  const { id } = await openMatter(tx, ctx, sessionWorkflow, {
    number,
    chainId: first.chainId,
    organisationId,
    cityCode,
    countyCode,
    townshipCode,
    villageCode: null,
    due: recordBy(input.endsAt, await workCalendar(ctx)),
    data: {
      startsAt: input.startsAt.toString(),
      endsAt: input.endsAt.toString(),
      platformId: hall.id,
      topics: input.topicIds.length,
      members: membersOf(input).length,
      units: input.organisationIds.length,
      seats: input.residentSeats,
    },
    grant,
  });
  await writeNotice(tx, ctx, id, announced);
  await invite(tx, id, input);
  return { id, number };
}

async function writeNotice(tx: Tx, ctx: Context, id: string, { input, hall }: Announced): Promise<void> {
  const { cityCode, countyCode, townshipCode } = hall;
  const { startsAt, endsAt, mode, onlineUrl = null, convenorId, residentSeats } = input;
  const method = await methodFor(ctx, hall);
  await tx.insert(sessions).values({
    matterId: id,
    cityCode,
    countyCode,
    townshipCode,
    platformId: hall.id,
    title: await titleOf(tx, input.topicIds),
    startsAt,
    endsAt,
    mode,
    onlineUrl,
    convenorId,
    residentSeats,
    methodOf: method?.divisionCode ?? null,
    methodVersion: method?.version ?? null,
    changedAt: ctx.now(),
  });
}

/** A session is called by its topics, in the order in which the host put them. */
async function titleOf(tx: Tx, topicIds: readonly string[]): Promise<string> {
  const rows = await tx
    .select({ id: topics.matterId, title: topics.title })
    .from(topics)
    .where(inArray(topics.matterId, [...topicIds]))
    .limit(topicIds.length);
  return topicIds.map((id) => rows.find((row) => row.id === id)!.title).join('；');
}

async function invite(tx: Tx, sessionId: string, input: ScheduleSession): Promise<void> {
  await tx.insert(sessionInvitees).values([
    ...membersOf(input).map((id) => ({ sessionId, kind: 'member' as const, memberId: id, inviteeId: id })),
    ...input.organisationIds.map((id) => ({
      sessionId,
      kind: 'organisation' as const,
      organisationId: id,
      inviteeId: id,
    })),
  ]);
}
