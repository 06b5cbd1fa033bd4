import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { useId, useRef, useState } from 'react';
import { useOnline } from '../../offline/online.ts';
import { intakeText } from '../../text/intake.ts';
import { useFieldErrors } from '../../ui/SendForm.tsx';
import { recentPlaces, useFoundPlaces, type ChosenPlace } from './places.ts';

type Props = { value: ChosenPlace | null; onChoose: (place: ChosenPlace | null) => void };

/** Where it is: found by a part of its name, or one of those chosen lately. */
export function PlaceField({ value, onChoose }: Props) {
  const t = useText(intakeText).form;
  const online = useOnline();
  const [typed, setTyped] = useState('');
  const [id, noteId] = [useId(), useId()];
  const field = useRef<HTMLInputElement>(null);
  const errors = useFieldErrors('divisionCode');
  const found = useFoundPlaces(typed);
  const recent =
    useQuery({ queryKey: ['here', 'places'], queryFn: recentPlaces, staleTime: Infinity }).data ?? [];

  if (value !== null) {
    return (
      <div className="field">
        <p className="label">{t.division}</p>
        <p className="chosen">
          <strong>{value.label}</strong>
          <button
            type="button"
            className="button"
            onClick={() => {
              onChoose(null);
              setTyped('');
              // The field comes with the next picture.
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            {t.otherPlace}
          </button>
        </p>
      </div>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t.division}</label>
      <input
        ref={field}
        id={id}
        type="search"
        autoComplete="off"
        aria-invalid={errors.length > 0}
        aria-describedby={noteId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter chooses the first that was found; it must not send half a form.
          event.preventDefault();
          if (found?.[0]) onChoose(found[0]);
        }}
      />
      <div id={noteId}>
        <p className="hint">{online ? t.divisionHint : t.divisionOffline}</p>
        {errors.map((error) => (
          <p key={error} className="wrong">
            {error}
          </p>
        ))}
      </div>
      <Choices places={found ?? []} onChoose={onChoose} />
      <div role="status">
        {typed.trim() !== '' && found?.length === 0 && <p className="hint">{t.noPlace}</p>}
      </div>
      {typed.trim() === '' && recent.length > 0 && (
        <>
          <p className="hint">{t.recent}</p>
          <Choices places={recent} onChoose={onChoose} />
        </>
      )}
    </div>
  );
}

function Choices({ places, onChoose }: { places: readonly ChosenPlace[]; onChoose: Props['onChoose'] }) {
  if (places.length === 0) return null;
  return (
    <ul className="choices">
      {places.map((place) => (
        <li key={place.code}>
          <button type="button" onClick={() => onChoose(place)}>
            {place.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
