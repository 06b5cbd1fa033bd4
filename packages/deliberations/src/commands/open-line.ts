import { holds } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { link, openMatter, type Matter } from '@tongxin/matters/commands';
import { onGround, placeOf } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { lineNumber, lineWorkflow, type NewLine } from '../rules/index.ts';
import { outcomeLines } from '../schema/index.ts';
import { refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };

/** The unit handles matters of this county: a department of the county or of the city. Refuses: unit_cannot_handle. */
export async function ensureUnit(ctx: Inside, unitId: string, matter: Matter): Promise<void> {
  const { countyCode, cityCode } = onGround(matter);
  const [unit] = await ctx.tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.id, unitId),
        eq(organisations.kind, 'department'),
        inArray(organisations.divisionCode, [countyCode, cityCode]),
      ),
    )
    .limit(1);
  if (unit === undefined) refuse('deliberations.unit_cannot_handle', { unitId });
}

/** Opens one agreed line, assigned to its unit, in the chain of the first matter that it answers. */
export async function openLine(
  inside: Inside,
  {
    session,
    lineNo,
    line,
  }: { session: Matter; lineNo: number; line: NewLine & { answers: readonly string[] } },
): Promise<string> {
  const { cityCode, countyCode, townshipCode } = onGround(session);
  const { topicId, unitId, dueOn, suggestion, kind, measure } = line;
  const { id } = await openMatter(inside.tx, inside, lineWorkflow, {
    number: lineNumber(session.number, lineNo),
    chainId: await chainOf(inside, line.answers[0] ?? topicId),
    organisationId: session.organisationId,
    cityCode,
    countyCode,
    townshipCode,
    villageCode: null,
    handlerUnitId: unitId,
    data: { sessionId: session.id, topicId, unitId, dueOn: dueOn.toString(), answers: line.answers.length },
    grant: holds(inside.actor, ['host', 'county_office'], placeOf(session)),
  });
  await inside.tx.insert(outcomeLines).values({
    matterId: id,
    cityCode,
    countyCode,
    townshipCode,
    sessionId: session.id,
    topicId,
    lineNo,
    suggestion,
    kind,
    unitId,
    dueOn,
    measure,
  });
  await link(
    inside.tx,
    inside,
    { fromId: id, toId: session.id, kind: 'outcome_of' },
    ...line.answers.map((issueId) => ({ fromId: id, toId: issueId, kind: 'answers' as const })),
  );
  return id;
}

async function chainOf(inside: Inside, matterId: string): Promise<string> {
  const [row] = await inside.tx
    .select({ chainId: matters.chainId })
    .from(matters)
    .where(eq(matters.id, matterId))
    .limit(1);
  return row!.chainId;
}
