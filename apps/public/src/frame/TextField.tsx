import { links } from '../links.ts';
import { describedBy, Field, type FieldProps } from './Field.tsx';

type Props = FieldProps & {
  value: string;
  /** Several lines. */
  rows?: number;
  inputMode?: 'numeric' | 'tel' | 'search';
  autoComplete?: string;
  /** About how many letters are expected; says without words how much to write. */
  width?: 'short' | 'middle';
  /** Receipts and codes are no words. */
  code?: boolean;
  /** Names of places are offered while typing, where scripts run. */
  places?: boolean;
};

/** A field for words. What was typed comes back whole, however long it is. */
export function TextField({ value, rows, inputMode, autoComplete, width, code, places, ...field }: Props) {
  const { name, faults } = field;
  const given = {
    id: name,
    name,
    defaultValue: value,
    'aria-describedby': describedBy(field),
    'aria-invalid': faults[name] === undefined ? undefined : true,
    autoComplete,
    ...(code ? { spellCheck: false, autoCapitalize: 'characters' } : {}),
  };
  return (
    <Field {...field}>
      {rows === undefined ? (
        <input
          type="text"
          inputMode={inputMode}
          className={width}
          data-places={places ? links.placeOptions() : undefined}
          {...given}
        />
      ) : (
        <textarea rows={rows} {...given} />
      )}
    </Field>
  );
}
