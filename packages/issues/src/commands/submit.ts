import { canonicalJson, holds, newId, type Actor, type Grant, type Id } from '@tongxin/core';
import { asActor, once, placeholders, prepared, transact, type Context, type Tx } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import { attachPhotos } from '@tongxin/files/commands';
import { openMatter } from '@tongxin/matters/commands';
import { unitOfGrant } from '@tongxin/matters/queries';
import { newReceipt, placeOf } from '@tongxin/matters/rules';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { fingerprintOf, hashPin, pinFor } from '../pin.ts';
import {
  issueWorkflow,
  wordReaders,
  type channels,
  type Contact,
  type SubmitAssisted,
  type SubmitIssue,
  type SubmitThroughMember,
} from '../rules/index.ts';
import { issues, issueWords, receipts } from '../schema.ts';
import { keepIdentity, keysOf } from '../vault.ts';
import { refuse, type Inside } from './issue-row.ts';

type Told = Omit<SubmitIssue, 'channel'> & { channel: Channel; toldAt?: string };
export type Submitted = { id: string; receipt: string; pin: string };

/**
 * Takes in what a resident tells, once per key: a repeat gets the same receipt and PIN. The contact details go to
 * the vault in the same transaction. Refuses: divisions.not_found, issues.place, issues.no_office,
 * idempotency.other_content, files.not_found.
 */
export async function submitIssue(ctx: Context, input: SubmitIssue): Promise<Submitted> {
  const id = newId<'matter'>();
  // Whoever tells it is the resident of the new matter, and the second wall lets exactly its rows through.
  const asResident: Context = { ...ctx, actor: { kind: 'resident', matterId: id } };
  return submitOnce(asResident, id, input, async () => undefined);
}

/**
 * The same for somebody at the desk, on the telephone or on paper, written down by a host of the place or its county
 * office, or by the contact person of a point there. What the person gives of themselves goes straight to the vault: a
 * host reads it again only by `reveal`, a contact person never.
 * Refuses: as submitIssue, and issues.place outside the writer's own ground.
 */
export async function submitAssisted(ctx: Context, input: SubmitAssisted): Promise<Submitted> {
  const { actor } = ctx;
  const id = newId<'matter'>();
  if (await isAtPoint(ctx, input.divisionCode)) return submitAtPoint(ctx, id, input);
  return submitOnce(ctx, id, input, async (place) => {
    const grant = holds(actor, wordReaders, placeOf({ id, ...place }));
    if (grant === undefined) throw refuse('issues.place');
    return { grant, actor };
  });
}

/** Whether this is somebody at a contact point who is not the host or the office of that place as well. */
async function isAtPoint(ctx: Context, code: string): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== 'account' || !actor.grants.some(({ role }) => role === 'contact_person')) return false;
  return holds(actor, wordReaders, { divisionCodes: codesOf(await getDivision(ctx, code)) }) === undefined;
}

/** In the name of the township's group, whose point it is. No wall opens to words. */
async function submitAtPoint(ctx: Context, id: Id<'matter'>, input: SubmitAssisted): Promise<Submitted> {
  const { actor } = ctx;
  return submitAsResident(ctx, id, input, async (place) => {
    const grant = holds(actor, ['contact_person'], placeOf({ id, ...place }));
    if (grant === undefined || actor.kind !== 'account') throw refuse('issues.place');
    const organisationId = place.organisationId as Id<'organisation'>;
    return {
      actor,
      grant: { ...grant, divisionCode: null, organisationId },
      contactPersonId: actor.accountId,
    };
  });
}

/**
 * The same for somebody whom a member of the CPPCC meets, on the ground of the member's own committee. The member
 * brings it in and has no door to it afterwards: not to the words, not to the person. The journal says in which
 * committee's name it was written down and when it was told, which may be long before it could be sent; a clock that
 * runs ahead tells now. Refuses: as submitIssue, and issues.place outside the member's ground.
 */
export async function submitThroughMember(ctx: Context, input: SubmitThroughMember): Promise<Submitted> {
  const id = newId<'matter'>();
  const told = { ...input, channel: 'member' as const };
  // The second wall lets nothing of a resident's through for a member.
  return submitAsResident(ctx, id, told, async (place, inside) => {
    const grant = holds(ctx.actor, ['member'], placeOf({ id, ...place }));
    if (grant === undefined) throw refuse('issues.place');
    return { actor: ctx.actor, grant: await inNameOfCommittee(inside, grant) };
  });
}

/** A member's grant names a place; whoever reads the history wants to know whose member it was. */
async function inNameOfCommittee(ctx: Context, grant: Grant): Promise<Grant> {
  const code = grant.divisionCode;
  if (code === null) return grant;
  const office = await findOfficeOf(ctx, code.length === 4 ? 'city_office' : 'county_office', code);
  return office === null
    ? grant
    : { ...grant, divisionCode: null, organisationId: office.id as Id<'organisation'> };
}

type Channel = (typeof channels)[number];
type Place = Awaited<ReturnType<typeof findPlace>>;
/** In whose name the journal says that it came in; the resident's own when nobody wrote it down for them. */
type Writer = { grant: Grant; actor: Actor; contactPersonId?: string } | undefined;

/** The rows go in as the resident's own, also within a transaction that is open as somebody else's. */
function submitAsResident(
  ctx: Context,
  id: Id<'matter'>,
  input: Told,
  writerAt: (place: Place, inside: Context) => Promise<Writer>,
): Promise<Submitted> {
  const resident = { kind: 'resident', matterId: id } as const;
  return transact(ctx, (_tx, inside) =>
    asActor(inside, resident, (asResident) => submitOnce(asResident, id, input, writerAt)),
  );
}

async function submitOnce(
  ctx: Context,
  id: Id<'matter'>,
  input: Told,
  writerAt: (place: Place, inside: Context) => Promise<Writer>,
): Promise<Submitted> {
  const keys = keysOf(ctx);
  const pin = pinFor(keys, input.key);
  // A repeat finds its answer under the same key, so the answer holds no PIN: it is derived again.
  const sent = { key: `issues.submit:${input.key}`, input: fingerprintOf(keys, canonicalJson(input)) };
  const stored = await once(ctx, sent, async (tx, inside) => {
    const place = await findPlace(inside, input.divisionCode);
    const receipt = newReceipt();
    const writer = await writerAt(place, inside);
    await insertIssue(tx, inside, { id, place, receipt, pin, input, writer });
    return { id: id as string, receipt };
  });
  return { ...stored, pin };
}

/** The levels of the place and the office that it belongs to. */
async function findPlace(ctx: Context, code: string) {
  const { level, cityCode, countyCode, townshipCode, villageCode } = await getDivision(ctx, code);
  const inCity = cityCode === ctx.municipality.code && (level === 'township' || level === 'village');
  if (!inCity || countyCode === null || townshipCode === null) throw refuse('issues.place');
  const office = await unitOfGrant(ctx, {
    role: 'host',
    divisionCode: townshipCode,
    organisationId: null,
    matterId: null,
  });
  if (office === null) throw refuse('issues.no_office');
  return { organisationId: office.id, cityCode, countyCode, townshipCode, villageCode };
}

async function insertIssue(
  tx: Tx,
  ctx: Inside,
  issue: {
    id: Id<'matter'>;
    place: Place;
    receipt: string;
    pin: string;
    input: Told;
    writer: Writer;
  },
): Promise<void> {
  const { id, place, receipt, pin, input, writer } = issue;
  const { organisationId: _, ...levels } = place;
  const contactKept = isGiven(input.contact);
  const pinHash = await hashPin(keysOf(ctx), receipt, pin);
  await openMatter(tx, { ...ctx, actor: writer?.actor ?? ctx.actor }, issueWorkflow, {
    id,
    number: receipt,
    ...place,
    data: {
      channel: input.channel,
      photos: input.photoIds.length,
      ...(input.toldAt === undefined ? {} : { toldAt: notAhead(ctx, input.toldAt) }),
    },
    grant: writer?.grant,
    alongside: () =>
      Promise.all([
        insertOf.issue(tx).execute({
          matterId: id,
          ...levels,
          channel: input.channel,
          contactPersonId: writer?.contactPersonId ?? null,
          contactKept,
          openedAt: ctx.now(),
        }),
        insertOf
          .words(tx)
          .execute({ matterId: id, ...levels, words: input.words, placeWords: input.placeWords ?? null }),
        insertOf.receipt(tx).execute({ receipt, matterId: id, pinHash }),
      ]),
  });
  if (contactKept) await keepIdentity(tx, ctx, id, input.contact);
  await attachPhotos(ctx, { matterId: id, photoIds: input.photoIds, place: levels });
}

function notAhead(ctx: Context, said: string): string {
  const told = Temporal.Instant.from(said);
  const now = ctx.now();
  return (Temporal.Instant.compare(told, now) < 0 ? told : now).toString();
}

function isGiven(contact: Contact): boolean {
  return Object.values(contact).some((part) => part !== undefined);
}

const levelNames = ['cityCode', 'countyCode', 'townshipCode', 'villageCode'] as const;

/** Prepared: building these statements for each submission costs more than running them. */
const insertOf = {
  issue: (tx: Tx) =>
    prepared(tx, 'issues_open', (db, name) =>
      db
        .insert(issues)
        .values(
          placeholders('matterId', ...levelNames, 'channel', 'contactPersonId', 'contactKept', 'openedAt'),
        )
        .prepare(name),
    ),
  words: (tx: Tx) =>
    prepared(tx, 'issues_keep_words', (db, name) =>
      db
        .insert(issueWords)
        .values(placeholders('matterId', ...levelNames, 'words', 'placeWords'))
        .prepare(name),
    ),
  receipt: (tx: Tx) =>
    prepared(tx, 'issues_keep_receipt', (db, name) =>
      db
        .insert(receipts)
        .values(placeholders('receipt', 'matterId', 'pinHash'))
        .prepare(name),
    ),
};
