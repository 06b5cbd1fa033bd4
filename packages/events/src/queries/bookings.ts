import type { Context, Period } from '@tongxin/db';
import { sql, type SQL } from 'drizzle-orm';
import {
  freePeriods,
  inOrder,
  offered,
  searchDays,
  type Conflict,
  type Resource,
  type Stretch,
} from '../rules/index.ts';
import { bookings } from '../schema/index.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  resourceKind: bookings.resourceKind,
  resourceId: bookings.resourceId,
  matterId: bookings.matterId,
  during: bookings.during,
};

/** What takes this resource in a period, by start; released bookings are left out. At most 500. */
export async function listBookings(ctx: Context, resource: Resource, during: Stretch) {
  return db(ctx)
    .select(columns)
    .from(bookings)
    .innerJoin(asked([resource]), takes(during))
    .orderBy(sql`lower(${bookings.during})`, bookings.id)
    .limit(500);
}

/** The bookings of these resources that overlap a period, by start. At most 50. */
export async function listConflicts(
  ctx: Context,
  resources: readonly Resource[],
  during: Stretch,
): Promise<Conflict[]> {
  const rows = await db(ctx)
    .select(columns)
    .from(bookings)
    .innerJoin(asked(resources), takes(during))
    .orderBy(sql`lower(${bookings.during})`, bookings.id)
    .limit(50);
  return rows.map(({ during: { start, end }, ...row }) => ({
    ...row,
    start: start.toString(),
    end: end.toString(),
  }));
}

/** The next periods of this length in which all the resources are free (see `freePeriods`). At most `count`. */
export async function nextFree(
  ctx: Context,
  resources: readonly Resource[],
  duration: Temporal.Duration,
  from: Temporal.Instant,
  count = offered,
): Promise<Period[]> {
  const horizon = { start: from, end: from.add({ hours: (searchDays + 1) * 24 }) };
  const busy = await db(ctx)
    .select({ during: bookings.during })
    .from(bookings)
    .innerJoin(asked(resources), takes(horizon))
    .orderBy(sql`lower(${bookings.during})`)
    .limit(10_000);
  return freePeriods(
    busy.map((row) => row.during),
    duration,
    from,
    count,
  );
}

/** The resources as a table called `asked`: one look into the index for each. */
function asked(resources: readonly Resource[]): SQL {
  const ordered = inOrder(resources);
  const kinds = sql.param(ordered.map(({ kind }) => kind));
  const ids = sql.param(ordered.map(({ id }) => id));
  return sql`unnest(${kinds}::text[], ${ids}::uuid[]) as asked (kind, id)`;
}

function takes(during: Stretch): SQL {
  return sql`${bookings.resourceKind} = asked.kind and ${bookings.resourceId} = asked.id
    and ${bookings.releasedAt} is null
    and ${bookings.during} && tstzrange(${during.start.toString()}::timestamptz, ${during.end.toString()}::timestamptz)`;
}
