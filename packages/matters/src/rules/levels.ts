import { groundKinds, type GroundKind, type MatterKind } from './workflow.ts';

/** The level columns of a record that may belong to a township, to a whole county or to the whole city. */
export type Levels = { cityCode: string; countyCode: string | null; townshipCode: string | null };

/** A matter that lies in a township. */
export type OnGround<Of extends Levels> = Of & { countyCode: string; townshipCode: string };

/**
 * The matter as one that lies in a township: what residents tell, and topics, sessions and agreed lines, always do.
 * Fails for an event or a turn of a county or the city, which is a fault of whoever asks.
 */
export function onGround<Of extends Levels>(matter: Of): OnGround<Of> {
  if (!liesInTownship(matter))
    throw new Error('this matter belongs to a county or the city, not to a township');
  return matter;
}

/** Whether it lies in a township, not in a county's or the city's own hands. */
export function liesInTownship<Of extends Levels>(matter: Of): matter is OnGround<Of> {
  return matter.townshipCode !== null && matter.countyCode !== null;
}

/** Whether it is of a kind that residents' words lead to, and so part of what their chain shows. */
export function isOfGround<Of extends Levels & { kind: MatterKind }>(
  matter: Of,
): matter is OnGround<Of> & { kind: GroundKind } {
  return isGroundKind(matter.kind) && liesInTownship(matter);
}

/** Whether it is a kind of what residents tell and what comes of it. */
export function isGroundKind(kind: MatterKind): kind is GroundKind {
  return groundKinds.some((one) => one === kind);
}

/** The office that owns what belongs to this level: the township's host, the county's office, or the city's. */
export function officeOfLevel({
  countyCode,
  townshipCode,
}: Levels): 'host' | 'county_office' | 'city_office' {
  if (townshipCode !== null) return 'host';
  return countyCode === null ? 'city_office' : 'county_office';
}
