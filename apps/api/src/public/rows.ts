import { civilDay } from '@tongxin/core';
import type { Line, SessionRow, SettledRow, SiteRow } from '@tongxin/public/render';
import type { PlaceNames } from './place-names.ts';
import type { Visitor } from './visitor.ts';

type Call = Visitor['call'];
type Of<T extends (...args: never[]) => Promise<{ rows: readonly unknown[] }>> = Awaited<
  ReturnType<T>
>['rows'][number];

type FoundSession = Of<Call['deliberations']['sessions']['list']>;
type FoundCase = Of<Call['issues']['listSettled']>;
type FoundLine = Awaited<ReturnType<Call['deliberations']['sessions']['get']>>['lines'][number];

const sessionStates = ['noticed', 'held', 'published', 'cancelled'] as const;

/** A session as lists show it. */
export async function sessionRow(
  names: PlaceNames,
  found: Omit<FoundSession, 'residentsPresent'>,
): Promise<SessionRow> {
  const { id, title, startsAt, endsAt, mode, hall, townshipCode, state, seatsLeft, residentSeats, hasBegun } =
    found;
  return {
    id,
    title,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    mode,
    hallName: hall,
    placeName: await names.full(townshipCode),
    state: sessionStates.find((known) => known === state) ?? 'held',
    seatsLeft,
    residentSeats,
    hasBegun,
  };
}

type FoundSite = Of<Call['platforms']['list']>;

/** A door as lists show it. */
export function siteRow({ id, name, address, roles, nextOpen, hasHours, hoursNote }: FoundSite): SiteRow {
  return {
    id,
    name,
    address,
    roles: roles.map(({ role }) => role),
    opening: openingOf(nextOpen),
    hasHours,
    note: hoursNote,
  };
}

type OneSite = Awaited<ReturnType<Call['platforms']['get']>>;

/** The same of a door that was opened by itself. */
export function doorRow({ hours, ...site }: OneSite): SiteRow {
  return siteRow({ ...site, hasHours: hours.week.length > 0 });
}

export function openingOf(found: FoundSite['nextOpen']): SiteRow['opening'] {
  if (found === null) return null;
  const { opensAt, closesAt, isOpen } = found;
  return { opensAt: opensAt.toString(), closesAt: closesAt.toString(), isOpen };
}

/** A settled matter as lists show it. */
export async function settledRow(names: PlaceNames, found: FoundCase): Promise<SettledRow> {
  const { id, title, townshipCode, closingClass, closedAt } = found;
  return {
    id,
    title,
    placeName: await names.full(townshipCode),
    closingClass,
    closedAt: closedAt?.toString() ?? null,
  };
}

/** An agreed line as everybody reads it. Late from the day after its day until it is struck off. */
export function lineRow(found: FoundLine, now: Temporal.Instant): Line {
  const {
    id,
    lineNo,
    suggestion,
    kind,
    unitName,
    dueOn,
    measure,
    label,
    state,
    closedAt,
    reportText,
    judged,
  } = found;
  const over = closedAt !== null || state === 'not_adopted';
  return {
    id,
    lineNo,
    suggestion,
    kind,
    unitName,
    dueOn: dueOn.toString(),
    measure,
    state: label,
    late: !over && Temporal.PlainDate.compare(dueOn, civilDay(now)) < 0,
    closedAt: closedAt?.toString() ?? null,
    reportText,
    judged,
  };
}
