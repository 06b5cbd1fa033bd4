import { faultText } from './fault-text.ts';
import { describedBy, type FieldProps } from './Field.tsx';

type Props = FieldProps & {
  value: string;
  options: readonly { value: string; label: string; hint?: string }[];
  /** Short answers stand side by side where there is room. */
  inline?: boolean;
};

/** One answer out of a few. The first option carries the field's name as id, so that the summary's link finds it. */
export function Choices({ t, name, label, hint, faults, optional, heading, value, options, inline }: Props) {
  const code = faults[name];
  const title = (
    <>
      {label}
      {optional && <span className="optional">{t.frame.optional}</span>}
    </>
  );
  return (
    <fieldset
      className={code === undefined ? 'field' : 'field faulty'}
      aria-describedby={describedBy({ name, hint, faults })}
    >
      <legend>{heading ? <h1>{title}</h1> : title}</legend>
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
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
            />
            <span>
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
