import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { Alert, Input } from 'antd';
import { useRef, useState } from 'react';
import { doorText } from '../../text/door.ts';
import { useCamera } from './use-camera.ts';
import type { Seen } from './use-door.ts';

/** So long after it was last seen the same code counts as shown anew, in milliseconds. */
const shownAnew = 3000;

/** The camera, and always a field for hand scanners and fingers; below, what the last reading was. */
export function Reader({ onRead }: { onRead: (text: string) => Promise<Seen | undefined> }) {
  const t = useText(doorText);
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<Seen>();
  const last = useRef({ text: '', at: 0 });
  async function read(text: string) {
    const what = await onRead(text);
    setSeen(what);
    // Felt in the hand that holds the telephone, while the eyes are on the people.
    if (what !== undefined) navigator.vibrate?.(what.kind === 'came' ? 60 : [60, 60, 60]);
  }
  const { state, video, turnOn, turnOff } = useCamera((text) => {
    // A code is read several times while it is held up.
    const isAnew = text !== last.current.text || performance.now() - last.current.at > shownAnew;
    last.current = { text, at: performance.now() };
    if (isAnew) void read(text);
  });
  return (
    <section className="panel">
      {state === 'on' && (
        <video ref={video} className="door-camera" muted playsInline aria-label={t.picture} />
      )}
      {(state === 'refused' || state === 'absent') && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={state === 'refused' ? t.cameraRefused : t.noCamera}
        />
      )}
      <p>
        {state === 'on' ? (
          <ActionButton onClick={turnOff}>{t.cameraOff}</ActionButton>
        ) : (
          <ActionButton weight={state === 'off' ? 'primary' : 'plain'} onClick={() => void turnOn()}>
            {state === 'off' ? t.camera : t.tryCamera}
          </ActionButton>
        )}
      </p>
      <p className={`door-seen ${seen?.kind ?? ''}`} role="status" aria-live="assertive">
        {seen !== undefined && t.seen[seen.kind](seen.name ?? t.somebody)}
      </p>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          const code = typed.trim();
          setTyped('');
          if (code !== '') void read(code);
        }}
      >
        <label htmlFor="door-code">{t.code}</label>
        <div className="steps">
          <Input
            id="door-code"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            maxLength={300}
          />
          <ActionButton submits>{t.enter}</ActionButton>
        </div>
        <p className="quiet small">{t.codeHint}</p>
      </form>
    </section>
  );
}
