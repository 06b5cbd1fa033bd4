import { messages } from '@tongxin/experts/messages';
import { messages as photoMessages } from '@tongxin/files/messages';
import { photosPerMatter } from '@tongxin/files/rules';
import { messages as spine } from '@tongxin/matters/messages';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { client, queryClient } from '../../api.ts';
import { useUnsent } from '../../offline/use-unsent.ts';
import { askedText } from '../../text/asked.ts';
import { AreaField } from '../../ui/fields.tsx';
import { PhotoField } from '../../ui/PhotoField.tsx';
import { SendForm } from '../../ui/SendForm.tsx';

const refused = { ...spine, ...photoMessages, ...messages };

/** What the expert advises, with photos; it stays on the telephone until it is sent. */
export function Advising({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText(askedText).experts;
  const { unsent, change, sent } = useUnsent(`advice:${id}`);
  if (unsent === null) return null;
  const { words, photoIds } = unsent;
  return (
    <SendForm
      send={() => client.experts.advise.mutate({ id, advice: words, photoIds })}
      onSent={() => {
        void sent().then(onDone);
        void queryClient.invalidateQueries();
      }}
      label={t.sendAdvice}
      messages={refused}
      beside={<ActionButton onClick={onDone}>{t.notNow}</ActionButton>}
    >
      <AreaField
        name="advice"
        label={t.advice}
        hint={t.adviceHint}
        max={4000}
        value={words}
        onType={(typed) => change({ words: typed })}
      />
      <PhotoField
        label={t.photos}
        ids={photoIds}
        most={photosPerMatter}
        onChange={(ids) => change({ photoIds: ids })}
      />
    </SendForm>
  );
}
