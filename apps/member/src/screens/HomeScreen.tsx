import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { signOut } from '@tongxin/web/sign-in';
import { texts } from '../text/texts.ts';

type Props = { name: string; onSignedOut: () => Promise<void> };

/** What a member will find here. */
export function HomeScreen({ name, onSignedOut }: Props) {
  const t = useText(texts).home;
  return (
    <>
      <h1>{t.title(name)}</h1>
      <p>{t.lead}</p>
      <ul>
        {t.coming.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{t.never}</p>
      <p>
        <a href="/sessions">{t.sessions}</a>
      </p>
      <ActionButton onClick={() => void signOut().then(onSignedOut)}>{t.signOut}</ActionButton>
    </>
  );
}
