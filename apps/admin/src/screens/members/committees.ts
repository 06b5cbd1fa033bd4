import { useQueries } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { membersText } from '../../text/members.ts';
import type { Option } from '../../ui/fields.tsx';
import { useMyPlaces, useMyWidestPlaces } from '../../ui/places.ts';

/** The committees that the person's offices keep, by the code of their place: the city's and its counties'. */
export function useCommittees(): Option[] {
  const t = useText(membersText);
  const widest = useMyWidestPlaces().filter(({ value }) => value.length === 4);
  const counties = useMyPlaces('county');
  return [...widest.map(({ value }) => ({ value, label: t.municipal })), ...counties];
}

/** The same committees by the unit that keeps their members: the office, or the committee itself where there is none. */
export function useCommitteeUnits(): Option[] {
  const committees = useCommittees();
  const units = useQueries({
    queries: committees.map(({ value }) => api.organisations.list.queryOptions({ divisionCode: value })),
    combine: (answers) => answers.map(({ data }) => data ?? []),
  });
  return committees.flatMap(({ label }, at) => {
    const found = ['city_office', 'county_office', 'committee'].map((kind) =>
      units[at]?.find((unit) => unit.kind === kind),
    );
    const unit = found.find((one) => one !== undefined);
    return unit === undefined ? [] : [{ value: unit.id, label }];
  });
}
