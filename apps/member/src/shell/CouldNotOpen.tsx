import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from '../ui/Problem.tsx';
import { Alone } from './Alone.tsx';

/** In place of a page that could not be opened, such as the first one ever without a network. */
export function CouldNotOpen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Alone>
      <Problem error={error} onRetry={again} />
    </Alone>
  );
}
