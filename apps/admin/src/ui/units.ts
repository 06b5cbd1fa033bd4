import { useQueries } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { Option } from './fields.tsx';
import { useMyPlaces } from './places.ts';

/** How many places one question may name. */
const atOnce = 4;

/** The handling units of these places, as choices. */
export function useDepartments(divisionCodes: readonly string[]): Option[] {
  const groups = Array.from({ length: Math.ceil(divisionCodes.length / atOnce) }, (_, at) =>
    divisionCodes.slice(at * atOnce, (at + 1) * atOnce),
  );
  return useQueries({
    queries: groups.map((codes) => api.organisations.departments.queryOptions({ divisionCodes: [...codes] })),
    combine: (answers) =>
      answers.flatMap(({ data }) => (data ?? []).map(({ id, name }) => ({ value: id, label: name }))),
  });
}

/** The handling units of the counties that the person's roles reach, as choices. */
export function useUnits(): Option[] {
  return useDepartments(useMyPlaces('county').map(({ value }) => value));
}
