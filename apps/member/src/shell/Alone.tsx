import type { ReactNode } from 'react';
import { Top } from './Top.tsx';

/** The frame of pages before the sign-in: the name of the house, the language, one thing to do. */
export function Alone({ children }: { children: ReactNode }) {
  return (
    <>
      <Top />
      <main id="main" className="alone">
        {children}
      </main>
    </>
  );
}
