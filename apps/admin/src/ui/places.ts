import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

/** The city's counties and townships, read once: they change when the state redraws its map. */
function usePlaces() {
  const options = api.divisions.countiesAndTownships.queryOptions();
  return useQuery({ ...options, staleTime: Infinity, refetchOnMount: false }).data;
}

/** The names of the city's counties and townships by code; a code that is not there is shown as it is. */
export function usePlaceNames(): (code: string | null | undefined) => string {
  const places = usePlaces();
  return (code) => {
    if (code === null || code === undefined || places === undefined) return '';
    const place = [...places.townships, ...places.counties].find((one) => one.code === code);
    if (place === undefined) return code;
    const county = places.counties.find((one) => one.code === place.countyCode);
    return county === undefined ? place.name : `${county.name} ${place.name}`;
  };
}

/** The counties and townships that the person's roles reach, as choices: the county before its townships. */
export function useMyPlaces(level?: 'county' | 'township'): { value: string; label: string }[] {
  const places = usePlaces();
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  const nameOf = usePlaceNames();
  const held =
    me?.account?.grants.map(({ divisionCode }) => divisionCode).filter((code) => code !== null) ?? [];
  const all = level === undefined ? ['county', 'township'] : [level];
  return [...(places?.counties ?? []), ...(places?.townships ?? [])]
    .filter((place) => all.includes(place.level))
    .filter(({ code, cityCode, countyCode }) =>
      [code, cityCode, countyCode].some((one) => one && held.includes(one)),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code }) => ({ value: code, label: nameOf(code) }));
}

/** The widest places that the person's roles reach: the city, counties or townships themselves, not what lies in them. */
export function useMyWidestPlaces(): { value: string; label: string }[] {
  const nameOf = usePlaceNames();
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  const held = me?.account?.grants ?? [];
  const places = held.flatMap(({ divisionCode, divisionName }) =>
    divisionCode === null ? [] : [{ value: divisionCode, label: divisionName ?? nameOf(divisionCode) }],
  );
  return places
    .filter(({ value }, at) => places.findIndex((one) => one.value === value) === at)
    .filter(({ value }) => !places.some((other) => other.value !== value && value.startsWith(other.value)));
}
