import type { ReactNode } from 'react';
import type { Text } from '../text/index.ts';
import { faultText } from './fault-text.ts';
import type { Faults } from './visit.ts';

export type FieldProps = {
  t: Text;
  name: string;
  label: string;
  hint?: string;
  faults: Faults;
  optional?: boolean;
  /** The label is the page's first heading when the page asks only this. */
  heading?: boolean;
};

/** Label, hint, what has to be changed, and the field itself, tied together for screen readers. */
export function Field({
  t,
  name,
  label,
  hint,
  faults,
  optional,
  heading,
  children,
}: FieldProps & { children: ReactNode }) {
  const code = faults[name];
  const text = (
    <label htmlFor={name}>
      {label}
      {optional && <span className="optional">{t.frame.optional}</span>}
    </label>
  );
  return (
    <div className={code === undefined ? 'field' : 'field faulty'}>
      {heading ? <h1>{text}</h1> : text}
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {code !== undefined && (
        <p className="fault" id={`${name}-fault`}>
          {faultText(t, code)}
        </p>
      )}
      {children}
    </div>
  );
}

/** The ids of the hint and of the fault, for `aria-describedby`. */
export function describedBy({
  name,
  hint,
  faults,
}: Pick<FieldProps, 'name' | 'hint' | 'faults'>): string | undefined {
  const ids = [hint ? `${name}-hint` : '', faults[name] === undefined ? '' : `${name}-fault`].filter(
    (id) => id !== '',
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}
