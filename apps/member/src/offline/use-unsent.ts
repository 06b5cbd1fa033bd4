import { useEffect, useRef, useState } from 'react';
import { drop, find, keep, type Unsent } from './store.ts';
import { useLater } from './use-later.ts';

/**
 * What a form of this name holds that is not sent yet: kept on the telephone, so that it is there again after the app or
 * the telephone went out, until it is sent. Null until it is read.
 */
export function useUnsent(name: string) {
  const key = `unsent:${name}` as const;
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  // What is held now, also for a photo that began to be sent before the last words were typed.
  const held = useRef<Unsent | null>(null);
  // A telephone that keeps nothing is still one to write on.
  const { later, letGo } = useLater((next: Unsent) => write(next).catch(() => undefined));

  useEffect(() => {
    const none: Unsent = { key, words: '', photoIds: [] };
    void find('facts', key)
      .catch(() => undefined)
      .then((fact) => {
        held.current = fact?.key === key ? fact : none;
        setUnsent(held.current);
      });
  }, [key]);

  function change(part: Partial<Omit<Unsent, 'key'>>) {
    if (held.current === null) return;
    const next = { ...held.current, ...part };
    held.current = next;
    setUnsent(next);
    later(next);
  }

  /** It is sent: nothing of it stays here. */
  async function sent() {
    letGo();
    await drop('facts', key).catch(() => undefined);
  }

  return { unsent, change, sent };
}

async function write(next: Unsent): Promise<void> {
  const isBlank = next.words.trim() === '' && next.photoIds.length === 0;
  await (isBlank ? drop('facts', next.key) : keep('facts', next));
}
