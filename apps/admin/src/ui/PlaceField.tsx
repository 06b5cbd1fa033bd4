import { useMyPlaces } from './places.ts';
import { PickField } from './fields.tsx';

type Props = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  level?: 'county' | 'township';
};

/** One of the places that the person looks after. */
export function PlaceField({ level, ...field }: Props) {
  return <PickField {...field} options={useMyPlaces(level)} />;
}
