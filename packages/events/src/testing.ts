import { newId } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { book, type NewBooking } from './commands.ts';
import type { Resource } from './rules/index.ts';

/** A hall, member or account that exists only as something to be booked. */
export function makeResource(kind: Resource['kind'] = 'platform'): Resource {
  return { kind, id: newId() };
}

/** Two hours of a day in the city, from this hour on. */
export function hoursOf(day: string, fromHour: number, hours = 2): NewBooking['during'] {
  const start = Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: new Temporal.PlainTime(fromHour) })
    .toInstant();
  return { start, end: start.add({ hours }) };
}

/** Books a hall of its own on 2026-12-01 at nine, unless said otherwise. The matter must exist. */
export async function makeBooking(
  ctx: Context,
  booking: Partial<NewBooking> & { matterId: string },
): Promise<NewBooking> {
  const made = { during: hoursOf('2026-12-01', 9), resources: [makeResource()], ...booking };
  await book(ctx, made);
  return made;
}
