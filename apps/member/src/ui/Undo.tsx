import { useText } from '@tongxin/web/locale';
import { useEffect, useState, type ReactNode } from 'react';
import { shellText } from '../text/shell.ts';

type Done = { sentence: string; undo: () => Promise<void> };

/** How long something can be taken back, in milliseconds: read, understood, pressed. */
const patience = 12_000;

/** Says what was just done and takes it back when asked: `[what to show, how to tell it]`. */
export function useUndo(): [ReactNode, (done: Done) => void] {
  const t = useText(shellText);
  const [done, setDone] = useState<Done>();
  useEffect(() => {
    if (done === undefined) return undefined;
    const timer = setTimeout(() => setDone(undefined), patience);
    return () => clearTimeout(timer);
  }, [done]);
  const shown = (
    <div role="status">
      {done && (
        <div className="undo">
          <p>{done.sentence}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setDone(undefined);
              void done.undo();
            }}
          >
            {t.undo}
          </button>
        </div>
      )}
    </div>
  );
  return [shown, setDone];
}
