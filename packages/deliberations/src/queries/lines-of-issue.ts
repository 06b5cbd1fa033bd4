import { holds } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { wordReaders } from '@tongxin/issues/rules';
import { judgements } from '@tongxin/issues/schema';
import { notFound } from '@tongxin/matters/commands';
import { placeOf } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { worksWith } from './ground.ts';
import { linesOfIssues, mergedInto } from './lineage.ts';
import { asPublic, linesById, progressOf } from './lines.ts';
import { askedOn } from './words.ts';

type Inside = Context & { tx: Tx };

/**
 * The agreed lines that answer a resident's matter, by their day, for the resident and the offices of the ground: each
 * with the unit's progress, and for whoever reads the resident's own words also those on this line and whether their
 * word is waited for now. A merged matter shows the lines of the one that it went into. Refuses: matters.not_found.
 */
export async function linesOfIssue(ctx: Context, issueId: string) {
  return transact(ctx, async (tx, inside) => {
    const [issue] = await tx
      .select({
        id: matters.id,
        kind: matters.kind,
        state: matters.state,
        cityCode: matters.cityCode,
        countyCode: matters.countyCode,
        townshipCode: matters.townshipCode,
        villageCode: matters.villageCode,
        organisationId: matters.organisationId,
        ownerUnitId: matters.ownerUnitId,
        handlerUnitId: matters.handlerUnitId,
      })
      .from(matters)
      .where(eq(matters.id, issueId))
      .limit(1);
    const own = ctx.actor.kind === 'resident' && ctx.actor.matterId === issueId;
    if (issue === undefined || issue.kind !== 'issue' || !(own || worksWith(ctx.actor, issue)))
      throw notFound();
    const answered = await linesOfIssues(inside, [await mergedInto(inside, issueId)]);
    const lines = await linesById(
      inside,
      answered.map(({ id }) => id),
    );
    const reads = own || holds(ctx.actor, wordReaders, placeOf(issue)) !== undefined;
    const lineIds = reads ? lines.map(({ id }) => id) : [];
    const words = await ownWords(inside, issueId, lineIds);
    const shown = [];
    for (const line of lines) {
      const said = words.filter(({ lineId }) => lineId === line.id);
      const spoken = said.some(({ round }) => round === line.round);
      const waits =
        reads && line.state === 'asking' && !spoken && (await askedOn(inside, line.id)).includes(issueId);
      shown.push({
        ...asPublic(line),
        progress: await progressOf(inside, line.id),
        said,
        mayJudge: waits,
        judgeUntil: waits ? line.dueAt : null,
      });
    }
    return shown;
  });
}

/** What this matter's resident said on these lines, the newest round first. */
async function ownWords(inside: Inside, issueId: string, lineIds: readonly string[]) {
  if (lineIds.length === 0) return [];
  return inside.tx
    .select({
      lineId: judgements.aboutId,
      round: judgements.round,
      solved: judgements.solved,
      stars: judgements.stars,
      words: judgements.words,
      at: judgements.at,
    })
    .from(judgements)
    .where(and(eq(judgements.issueId, issueId), inArray(judgements.aboutId, [...lineIds])))
    .orderBy(desc(judgements.round), desc(judgements.at))
    .limit(200);
}
