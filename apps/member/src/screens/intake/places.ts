import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../api.ts';
import { useOnline } from '../../offline/online.ts';
import { find, keep } from '../../offline/store.ts';

export type ChosenPlace = { code: string; label: string };

/** How many places chosen lately are offered again. */
const recentAtMost = 4;
/** A list under a thumb is short; whoever does not find it types more. */
const offeredAtMost = 8;

type Place = { code: string; name: string; cityCode: string | null; countyCode: string | null };

/** Whether a place lies on the ground of the member's own committee. */
function useOwnGround(): (place: Place) => boolean {
  const me = useQuery(api.accounts.me.queryOptions()).data;
  const held = (me?.account?.grants ?? [])
    .filter(({ role }) => role === 'member')
    .map(({ divisionCode }) => divisionCode);
  return ({ code, cityCode, countyCode }) =>
    [code, cityCode, countyCode].some((one) => one && held.includes(one));
}

/** The city's counties and townships, read once and kept on the telephone. */
export function useCountiesAndTownships() {
  return useQuery({ ...api.divisions.countiesAndTownships.queryOptions(), staleTime: 86_400_000 });
}

/**
 * The places that answer to these words: townships and villages with a network, townships alone without one. Undefined
 * while they are being looked for.
 */
export function useFoundPlaces(typed: string): ChosenPlace[] | undefined {
  const text = useDeferredValue(typed.trim());
  const online = useOnline();
  const isOwn = useOwnGround();
  const all = useCountiesAndTownships().data;
  const found = useQuery({ ...api.divisions.find.queryOptions({ text }), enabled: online && text !== '' });
  if (text === '') return [];
  if (online && !found.isError) {
    return found.data
      ?.filter(isOwn)
      .slice(0, offeredAtMost)
      .map(({ code, name, townshipName, countyName }) => ({
        code,
        label: [countyName, townshipName, name].filter((part) => part !== null).join(' '),
      }));
  }
  const countyOf = (code: string | null) => all?.counties.find((county) => county.code === code)?.name ?? '';
  return (all?.townships ?? [])
    .filter(isOwn)
    .map(({ code, name, countyCode }) => ({ code, label: `${countyOf(countyCode)} ${name}` }))
    .filter(({ label }) => text.split(/\s+/).every((word) => label.includes(word)))
    .slice(0, offeredAtMost);
}

export async function recentPlaces(): Promise<ChosenPlace[]> {
  const fact = await find('facts', 'places').catch(() => undefined);
  return fact?.key === 'places' ? fact.recent : [];
}

/** Puts a place at the head of those that are offered again. */
export async function rememberPlace(place: ChosenPlace): Promise<void> {
  const others = (await recentPlaces()).filter(({ code }) => code !== place.code);
  await keep('facts', { key: 'places', recent: [place, ...others].slice(0, recentAtMost) });
}
