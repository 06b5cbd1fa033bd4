import { civilDay } from '@tongxin/core';
import { once, promise, violated, type Context, type Tx } from '@tongxin/db';
import { nextNumber, openMatter } from '@tongxin/matters/commands';
import { ownerUnit } from '@tongxin/matters/queries';
import { officeOfLevel, seriesNumber } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { eq } from 'drizzle-orm';
import { subjectOf } from '../queries/reader.ts';
import { hasLine } from '../queries/sources.ts';
import { objectionWorkflow, type ObjectToLine } from '../rules/index.ts';
import { recordObjections } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };

/**
 * A member says that a line of their own record is not right; whoever wrote it down hears of it and looks into it. Sent
 * twice with the same key it is said once. Refuses: record.not_found (no member), line_not_found, objected,
 * personal_words; idempotency.other_content.
 */
export async function objectToLine(
  ctx: Context,
  { key, ...input }: ObjectToLine,
): Promise<{ id: string; number: string }> {
  ensureImpersonal(input.words);
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
  return once(ctx, { key: `record.object:${key}`, input: { ...input, by } }, (_tx, inside) =>
    raise(inside, input),
  );
}

async function raise(
  inside: Inside,
  { lineId, words }: Omit<ObjectToLine, 'key'>,
): Promise<{ id: string; number: string }> {
  const { tx, actor } = inside;
  const subject = await subjectOf(inside, {});
  if (!(await hasLine(inside, subject, lineId))) refuse('record.line_not_found');
  const place = await placeOfLine(tx, lineId);
  const year = civilDay(inside.now()).year;
  const organ = `Y${place.townshipCode ?? place.countyCode ?? place.cityCode}`;
  const number = seriesNumber(organ, year, await nextNumber(tx, { organ, year, kind: 'record_objection' }));
  const { id } = await openMatter(tx, inside, objectionWorkflow, {
    number,
    ...place,
    data: { memberId: subject.id, lineId },
    grant: actor.kind === 'account' ? actor.grants.find(({ role }) => role === 'member') : undefined,
  });
  try {
    await tx
      .insert(recordObjections)
      .values({ matterId: id, memberId: subject.id, aboutId: lineId, words, raisedAt: inside.now() });
  } catch (error) {
    if (violated(error) === 'record_objections_open_key') refuse('record.objected');
    throw error;
  }
  await tellWriter(inside, id, place);
  return { id, number };
}

type Place = Awaited<ReturnType<typeof placeOfLine>>;

/** Opening tells nobody by itself; here the work begins with somebody else than the one who opens. */
async function tellWriter(inside: Inside, matterId: string, place: Place): Promise<void> {
  if (inside.retelling) return;
  const unitId = await ownerUnit(inside, officeOfLevel(place), { ...place, handlerUnitId: null });
  await promise(inside.tx, { task: 'notice', payload: { event: 'turn', matterId, unitId } });
}

/** Whose line it is: the unit and the level of what it comes from. */
async function placeOfLine(tx: Tx, lineId: string) {
  const [line] = await tx
    .select({
      organisationId: matters.organisationId,
      cityCode: matters.cityCode,
      countyCode: matters.countyCode,
      townshipCode: matters.townshipCode,
      villageCode: matters.villageCode,
    })
    .from(matters)
    .where(eq(matters.id, lineId))
    .limit(1);
  return line ?? refuse('record.line_not_found');
}
