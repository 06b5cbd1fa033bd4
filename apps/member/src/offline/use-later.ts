import { useEffect, useRef } from 'react';

/** So long after the last key it is written to the disk, in milliseconds. */
const pause = 250;

/**
 * Writes what changes to the disk shortly after the last key, and at once whenever the page is left, the telephone is put
 * away or the form closes. `write` is the one of the first drawing.
 */
export function useLater<Record>(write: (next: Record) => Promise<void>) {
  const writing = useRef(write);
  const unsaved = useRef<Record | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = async () => {
    clearTimeout(timer.current);
    const next = unsaved.current;
    unsaved.current = null;
    if (next !== null) await writing.current(next);
  };

  useEffect(() => {
    const leave = () => void save();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
    // `save` reads what it needs from the refs.
  }, []);

  function later(next: Record) {
    unsaved.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
  }

  /** Nothing of it is written any more: it goes another way now. */
  function letGo() {
    clearTimeout(timer.current);
    unsaved.current = null;
  }

  return { later, letGo };
}
