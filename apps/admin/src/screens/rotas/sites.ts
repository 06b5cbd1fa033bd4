import { useQuery } from '@tanstack/react-query';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { readAll } from '../../ui/pages.ts';
import { useMyPlaces } from '../../ui/places.ts';

type Site = Outputs['platforms']['list']['rows'][number];
type After = NonNullable<Inputs['platforms']['list']['after']>;

/** The sites in the widest place that the person looks after. */
export function useSites() {
  const codes = useMyPlaces().map(({ value }) => value);
  const [widest] = codes.toSorted((a, b) => a.length - b.length);
  const filter = { placeCode: widest };
  return useQuery({
    queryKey: [...api.platforms.list.queryKey(filter), 'all'],
    enabled: widest !== undefined,
    queryFn: () => readAll<Site, After>((after) => client.platforms.list.query({ ...filter, after })),
  });
}
