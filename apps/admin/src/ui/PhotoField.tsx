import { useMutation } from '@tanstack/react-query';
import { links } from '@tongxin/public/links';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { photoFormats, sendPhoto } from '@tongxin/web/photos';
import { useRef, useState } from 'react';
import { shellText } from '../text/shell.ts';
import { Problem } from './Problem.tsx';

type Props = { value?: string[]; onChange?: (ids: string[]) => void; most?: number };

/** Photos of a form: sent one by one as they are chosen, shown small, taken away again. The value is their ids. */
export function PhotoField({ value = [], onChange, most = 3 }: Props) {
  const t = useText(shellText).photos;
  const chooser = useRef<HTMLInputElement>(null);
  // The server shows a photo only once its matter has it, so until then the browser shows its own copy.
  const [copies, setCopies] = useState<Record<string, string>>({});
  const sending = useMutation({
    mutationFn: async (files: File[]) => {
      const ids = [...value];
      for (const file of files.slice(0, most - value.length)) {
        const id = await sendPhoto(file);
        ids.push(id);
        setCopies((before) => ({ ...before, [id]: URL.createObjectURL(file) }));
      }
      return ids;
    },
    onSuccess: (ids) => onChange?.(ids),
  });
  return (
    <div>
      <span hidden>
        <input
          ref={chooser}
          type="file"
          accept={photoFormats}
          multiple={most > 1}
          aria-label={t.add}
          onChange={({ target }) => {
            sending.mutate([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </span>
      <ul className="photos">
        {value.map((id, index) => (
          <li key={id}>
            <img src={copies[id]} alt={t.number(index + 1)} />
            <ActionButton onClick={() => onChange?.(value.filter((other) => other !== id))}>
              {t.remove}
            </ActionButton>
          </li>
        ))}
      </ul>
      {value.length < most && (
        <ActionButton busy={sending.isPending} onClick={() => chooser.current?.click()}>
          {sending.isPending ? t.sending : t.add}
        </ActionButton>
      )}
      <p className="quiet small">{t.hint}</p>
      {sending.isError && <Problem error={sending.error} />}
    </div>
  );
}

/** Photos of a matter, small and side by side, each opening its full size. */
export function Photos({ ids }: { ids: readonly string[] }) {
  const t = useText(shellText).photos;
  if (ids.length === 0) return null;
  return (
    <ul className="photos">
      {ids.map((id, index) => (
        <li key={id}>
          <a href={links.photo(id, 'large')} target="_blank" rel="noreferrer">
            <img src={links.photo(id, 'small')} alt={t.number(index + 1)} />
          </a>
        </li>
      ))}
    </ul>
  );
}
