import { useText } from '@tongxin/web/locale';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { shellText } from '../text/shell.ts';
import { useFieldErrors } from './SendForm.tsx';

type Named = { name: string; label: string; hint?: string; optional?: boolean };
type Typed = { value?: string; onType?: (text: string) => void };

/** What a field is called, what to write there, and what is wrong with it; all of it is read out with the field. */
function Field({
  name,
  label,
  hint,
  optional,
  children,
}: Named & {
  children: (a11y: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode;
}) {
  const t = useText(shellText);
  const [id, noteId] = [useId(), useId()];
  const errors = useFieldErrors(name);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet"> {t.optional}</span>}
      </label>
      {children({ id, 'aria-invalid': errors.length > 0, 'aria-describedby': noteId })}
      <div id={noteId}>
        {hint && <p className="hint">{hint}</p>}
        {errors.map((error) => (
          <p key={error} className="wrong">
            {error}
          </p>
        ))}
      </div>
    </div>
  );
}

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  value,
  onType,
  ...input
}: Named & Typed & Omit<ComponentProps<'input'>, 'value' | 'name'>) {
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      {(a11y) => (
        <input
          {...input}
          {...a11y}
          name={name}
          {...(onType && { value, onChange: (event) => onType(event.target.value) })}
        />
      )}
    </Field>
  );
}

/** Several lines, growing with what is written. */
export function AreaField({
  name,
  label,
  hint,
  optional,
  value,
  onType,
  max,
}: Named & Required<Typed> & { max: number }) {
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      {(a11y) => (
        <textarea
          {...a11y}
          name={name}
          rows={5}
          maxLength={max * 2}
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}

type Tick = { name: string; checked: boolean; onTick: (ticked: boolean) => void; children: ReactNode };

/** One box to tick, with its sentence. */
export function TickField({ name, checked, onTick, children }: Tick) {
  const id = useId();
  const errors = useFieldErrors(name);
  return (
    <div className="field">
      <label className="tick">
        <input
          type="checkbox"
          name={name}
          checked={checked}
          aria-invalid={errors.length > 0}
          aria-describedby={id}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span>{children}</span>
      </label>
      <div id={id}>
        {errors.map((error) => (
          <p key={error} className="wrong">
            {error}
          </p>
        ))}
      </div>
    </div>
  );
}
