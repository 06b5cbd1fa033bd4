import { Link, useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ComponentType } from 'react';
import type { Target } from '../paths.ts';

type Props = Target &
  AnchorHTMLAttributes<HTMLAnchorElement> & {
    activeOptions?: { exact?: boolean };
    activeProps?: AnchorHTMLAttributes<HTMLAnchorElement>;
  };

// One program holds one register of addresses, and that is the offices'. `paths.test.ts` looks after these.
const AnyLink = Link as unknown as ComponentType<Props>;

/** A link within the app: `<Go {...paths.record()}>`. */
export function Go(props: Props) {
  return <AnyLink {...props} />;
}

/** Goes to a screen without a link, when something is done. */
export function useGo(): (target: Target, how?: { replace?: boolean }) => void {
  const router = useRouter();
  return (target, how = {}) => void router.navigate({ ...target, ...how } as never);
}
