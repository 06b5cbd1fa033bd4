import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { platformsText } from '../../text/platforms.ts';
import { PickField } from '../../ui/fields.tsx';
import { readAll } from '../../ui/pages.ts';
import { useMyPlaces } from '../../ui/places.ts';

type Row = Outputs['platforms']['list']['rows'][number];
type After = NonNullable<Inputs['platforms']['list']['after']>;

/** One of the open sites of a place: first the place, so that the list stays short. */
export function SitePicker({ except }: { except?: string }) {
  const t = useText(platformsText).one;
  const placeCode = Form.useWatch<string | undefined>('place');
  const form = Form.useFormInstance();
  const { data: sites = [], isFetching } = useQuery({
    queryKey: [...api.platforms.list.queryKey({ placeCode }), 'all'],
    enabled: placeCode !== undefined,
    queryFn: () => readAll<Row, After>((after) => client.platforms.list.query({ placeCode, after })),
  });
  return (
    <>
      <PickField
        name="place"
        label={t.targetPlace}
        options={useMyPlaces()}
        onChange={() => form.setFieldValue('platformId', undefined)}
      />
      <PickField
        name="platformId"
        label={t.target}
        isLoading={isFetching}
        options={sites.filter(({ id }) => id !== except).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
