export type PlannedTerm = {
  committee: string;
  termNo: number;
  startsOn: string;
  endsOn: string;
  sessions: { sessionNo: number; opensOn: string; closesOn: string }[];
};

/** When the plenary session of a year is held, and up to which year it is known. */
export type Plenaries = {
  until: number;
  of(place: string, year: number): { opensOn: string; closesOn: string };
};

/** A term is five years; all committees of the city begin theirs in the same year. */
const termYears = 5;
const known = 2017;

/** A county's committee is older than the city's: it was there before the city was one. */
const firstNumber = { city: 7, county: 9 } as const;

/** The term before and the one that holds, each with its sessions up to the last that is announced. */
export function termsOf(
  place: { code: string },
  level: 'city' | 'county',
  plenaries: Plenaries,
): PlannedTerm[] {
  const terms: PlannedTerm[] = [];
  for (let start = known; start <= plenaries.until; start += termYears) {
    const years = Array.from({ length: termYears }, (_, at) => start + at).filter(
      (year) => year <= plenaries.until,
    );
    terms.push({
      committee: `committee:${place.code}`,
      termNo: firstNumber[level] + (start - known) / termYears,
      startsOn: `${start}-01-01`,
      endsOn: `${start + termYears}-01-01`,
      sessions: years.map((year, at) => ({ sessionNo: at + 1, ...plenaries.of(place.code, year) })),
    });
  }
  return terms;
}
