import type { Decision } from '@tongxin/core';
import { useId, type ReactNode } from 'react';
import { useLocale } from './Locale.tsx';
import { sentenceFor, type Catalogue } from './refusal.ts';

type Props = {
  /** Whether the step is allowed; without one it always is. */
  decision?: Decision;
  messages?: Catalogue;
  weight?: 'plain' | 'primary' | 'danger';
  busy?: boolean;
  submits?: boolean;
  onClick?: () => void;
  children: ReactNode;
};

/** A button that knows whether its step is allowed, and says why when it is not. */
export function ActionButton({
  decision,
  messages = {},
  weight = 'plain',
  busy = false,
  submits,
  onClick,
  children,
}: Props) {
  const { locale } = useLocale();
  const reasonId = useId();
  const reason = decision?.allowed === false ? sentenceFor(messages, decision.code, locale) : undefined;
  const isOff = reason !== undefined || busy;
  return (
    <span className="action">
      <button
        type={submits ? 'submit' : 'button'}
        className={`button button-${weight}`}
        // Stays in the order of the Tab key, so that its reason can be heard.
        aria-disabled={isOff}
        aria-busy={busy}
        aria-describedby={reason === undefined ? undefined : reasonId}
        onClick={(event) => {
          if (isOff) event.preventDefault();
          else onClick?.();
        }}
      >
        {children}
      </button>
      {reason !== undefined && (
        <span id={reasonId} className="action-reason">
          {reason}
        </span>
      )}
    </span>
  );
}
