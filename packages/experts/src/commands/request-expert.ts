import { civilDay, holds, type Grant } from '@tongxin/core';
import { once, promise, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { link, nextNumber, openMatter } from '@tongxin/matters/commands';
import { listMatters, ownerUnit } from '@tongxin/matters/queries';
import { officeOfLevel, seriesNumber, type Levels } from '@tongxin/matters/rules';
import { findOfficeOf, getOrganisation } from '@tongxin/organisations/queries';
import { expertWorkflow, isVisitDay, type RequestExpert } from '../rules/index.ts';
import { expertRequests } from '../schema.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import type { Inside } from './request-row.ts';

/**
 * A hall or an office asks for an expert, if wished for a matter that it knows of; the office above hears of it. Sent
 * twice with the same key it asks once. Refuses: experts.not_yours, visit_day, about_unknown, personal_words;
 * divisions.not_found; idempotency.other_content.
 */
export async function requestExpert(
  ctx: Context,
  input: RequestExpert,
): Promise<{ id: string; number: string }> {
  ensureImpersonal(input.field, input.purpose);
  const { key, wishedOn, ...rest } = input;
  const by = ctx.actor.kind === 'account' ? ctx.actor.accountId : null;
  const sent = { ...rest, wishedOn: wishedOn.toString(), by };
  return once(ctx, { key: `experts.request:${key}`, input: sent }, (_tx, inside) => ask(inside, input));
}

async function ask(inside: Inside, input: RequestExpert): Promise<{ id: string; number: string }> {
  const { tx } = inside;
  const { divisionCode, field, purpose, wishedOn, aboutId } = input;
  const { levels, grant } = await groundOf(inside, divisionCode);
  if (!isVisitDay(wishedOn, inside.now())) refuse('experts.visit_day');
  const organisationId = await unitOf(inside, input);
  const about = aboutId === undefined ? undefined : await aboutOf(inside, aboutId);
  const year = civilDay(inside.now()).year;
  const organ = `X${divisionCode}`;
  const number = seriesNumber(organ, year, await nextNumber(tx, { organ, year, kind: 'expert_request' }));
  const { id } = await openMatter(tx, inside, expertWorkflow, {
    number,
    organisationId,
    ...levels,
    villageCode: null,
    data: { wishedOn: wishedOn.toString(), ...(about && { aboutId: about.id }) },
    grant,
    ...(about && { chainId: about.chainId }),
  });
  const said = { field, purpose, wishedOn, aboutId: about?.id ?? null };
  await tx.insert(expertRequests).values({ matterId: id, ...levels, askedAt: inside.now(), ...said });
  if (about !== undefined) await link(tx, inside, { fromId: id, toId: about.id, kind: 'advice_for' });
  await tellOffice(inside, id, { ...levels, organisationId });
  return { id, number };
}

/** Opening tells nobody by itself; here the work begins with somebody else than the one who opens. */
async function tellOffice(inside: Inside, matterId: string, where: Levels & { organisationId: string }) {
  if (inside.retelling) return;
  const role = where.countyCode === null ? 'city_office' : 'county_office';
  const unitId = await ownerUnit(inside, role, { ...where, handlerUnitId: null });
  await promise(inside.tx, { task: 'notice', payload: { event: 'turn', matterId, unitId } });
}

/** The levels of the request, and the grant of its own office. Refuses: experts.not_yours. */
async function groundOf(ctx: Context, code: string): Promise<{ levels: Levels; grant: Grant | undefined }> {
  const { level, cityCode, countyCode, townshipCode } = await getDivision(ctx, code);
  if (cityCode !== ctx.municipality.code || !['city', 'county', 'township'].includes(level))
    return refuse('experts.not_yours');
  const levels = { cityCode, countyCode, townshipCode };
  const divisionCodes = [cityCode, countyCode, townshipCode].filter((one) => one !== null);
  const grant = holds(ctx.actor, [officeOfLevel(levels)], { divisionCodes });
  if (grant === undefined && ctx.actor.kind !== 'system') refuse('experts.not_yours');
  return { levels, grant };
}

const officeKinds = { 4: 'city_office', 6: 'county_office', 9: 'township_group' } as const;

/** The body that asks, of the request's own level. Refuses: experts.not_yours. */
async function unitOf(
  ctx: Context,
  { organisationId, divisionCode }: Pick<RequestExpert, 'organisationId' | 'divisionCode'>,
): Promise<string> {
  if (organisationId === undefined) {
    const kind = officeKinds[divisionCode.length as keyof typeof officeKinds];
    return (await findOfficeOf(ctx, kind, divisionCode))?.id ?? refuse('experts.not_yours');
  }
  const unit = await getOrganisation(ctx, organisationId);
  return unit.divisionCode === divisionCode ? unit.id : refuse('experts.not_yours');
}

/** The matter that the expert is to look at, for whoever may know of it. Refuses: experts.about_unknown. */
async function aboutOf(ctx: Context, id: string): Promise<{ id: string; chainId: string }> {
  const [matter] = await listMatters(ctx, [id]);
  return matter ?? refuse('experts.about_unknown');
}
