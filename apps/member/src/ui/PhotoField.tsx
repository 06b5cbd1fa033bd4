import { useMutation } from '@tanstack/react-query';
import { messages } from '@tongxin/files/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { photoFormats, sendPhoto } from '@tongxin/web/photos';
import { useRef, useState } from 'react';
import { shellText } from '../text/shell.ts';
import { Problem } from './Problem.tsx';

type Props = { label: string; ids: readonly string[]; onChange: (ids: string[]) => void; most: number };

/** Photos of a form: sent one by one as they are taken or chosen, shown small, taken away again. */
export function PhotoField({ label, ids, onChange, most }: Props) {
  const t = useText(shellText).photos;
  const chooser = useRef<HTMLInputElement>(null);
  // The server shows a photo to nobody before its matter has it; after the app was closed only its number is left.
  const [copies, setCopies] = useState<Record<string, string>>({});
  const sending = useMutation({
    mutationFn: async (files: File[]) => {
      const sent = [...ids];
      for (const file of files.slice(0, most - ids.length)) {
        const id = await sendPhoto(file);
        sent.push(id);
        setCopies((before) => ({ ...before, [id]: URL.createObjectURL(file) }));
        // Each as it arrives: a later one that fails takes none along.
        onChange([...sent]);
      }
    },
  });
  return (
    <div className="field">
      <span>{label}</span>
      <input
        ref={chooser}
        hidden
        type="file"
        accept={photoFormats}
        multiple
        aria-label={t.add}
        onChange={({ target }) => {
          sending.mutate([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {ids.length > 0 && (
        <ul className="photos">
          {ids.map((id, index) => (
            <li key={id}>
              {copies[id] === undefined ? (
                <span className="quiet">{t.number(index + 1)}</span>
              ) : (
                <img src={copies[id]} alt={t.number(index + 1)} />
              )}
              <ActionButton
                busy={sending.isPending}
                onClick={() => onChange(ids.filter((other) => other !== id))}
              >
                {t.remove(index + 1)}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {ids.length < most && (
        <ActionButton busy={sending.isPending} onClick={() => chooser.current?.click()}>
          {sending.isPending ? t.sending : t.add}
        </ActionButton>
      )}
      <p className="hint">{t.hint}</p>
      {sending.isError && <Problem error={sending.error} messages={messages} />}
    </div>
  );
}
