import { allInParts } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { noticeAll } from '@tongxin/notices/commands';
import type { invitationEvents } from '@tongxin/notices/rules';
import { organisations } from '@tongxin/organisations/schema';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { and, asc, eq, gt, isNotNull, sql, type SQL } from 'drizzle-orm';
import { officeKinds } from '../rules/units.ts';
import { eventInvitees } from '../schema/index.ts';
import type { Inside } from './event-row.ts';

type Telling = {
  eventId: string;
  event: (typeof invitationEvents)[number];
  /** Only these of whoever is asked. */
  only?: readonly string[];
  /** Whoever is asked to this event too hears of it there: one day is told once. */
  unlessAskedTo?: string | null;
};

/**
 * Tells whoever is asked to an event, in the same transaction: members who sign in, and of units whoever answers for
 * them. What is told is which event and that it has changed; the rest is on its page.
 */
export async function tellAsked(
  inside: Inside,
  { eventId, event, only, unlessAskedTo }: Telling,
): Promise<void> {
  if (only !== undefined && only.length === 0) return;
  const wanted = and(
    eq(eventInvitees.eventId, eventId),
    only === undefined ? undefined : sql`${eventInvitees.inviteeId} = any(${sql.param([...only])}::uuid[])`,
    typeof unlessAskedTo === 'string' ? notAskedTo(unlessAskedTo) : undefined,
  );
  const accountIds = await accountsOf(inside, wanted);
  const unitIds = await unitsOf(inside, wanted);
  await noticeAll(inside, { event, matterId: eventId, unitIds, accountIds });
}

function notAskedTo(wholeId: string): SQL {
  return sql`not exists (select from ${eventInvitees} w
    where w.event_id = ${wholeId} and w.invitee_id = ${eventInvitees}.invitee_id)`;
}

async function accountsOf({ tx }: Inside, wanted: SQL | undefined): Promise<string[]> {
  const rows = await allInParts<{ memberId: string; accountId: string | null }>((after, most) =>
    tx
      .select({ memberId: members.id, accountId: members.accountId })
      .from(eventInvitees)
      .innerJoin(members, eq(members.id, eventInvitees.memberId))
      .where(
        and(
          wanted,
          isNotNull(members.accountId),
          eq(members.active, true),
          after === undefined ? undefined : gt(members.id, after.memberId),
        ),
      )
      .orderBy(asc(members.id))
      .limit(most),
  );
  return rows.flatMap(({ accountId }) => accountId ?? []);
}

/** Who answers for the units that are asked: a department itself, for others the office of their level. */
async function unitsOf(inside: Inside, wanted: SQL | undefined): Promise<string[]> {
  const asked = await allInParts<{ id: string; kind: string; divisionCode: string }>((after, most) =>
    inside.tx
      .select({
        id: organisations.id,
        kind: organisations.kind,
        divisionCode: organisations.divisionCode,
      })
      .from(eventInvitees)
      .innerJoin(organisations, eq(organisations.id, eventInvitees.organisationId))
      .where(and(wanted, after === undefined ? undefined : gt(organisations.id, after.id)))
      .orderBy(asc(organisations.id))
      .limit(most),
  );
  const departments = asked.filter(({ kind }) => kind === 'department').map(({ id }) => id);
  const codes = asked.filter(({ kind }) => kind !== 'department').map(({ divisionCode }) => divisionCode);
  const offices: string[] = [];
  for (const code of new Set(codes)) {
    const kind = officeKinds[code.length];
    const office = kind === undefined ? null : await findOfficeOf(inside, kind, code);
    if (office !== null) offices.push(office.id);
  }
  return [...departments, ...offices];
}
