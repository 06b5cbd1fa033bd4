import { useQuery } from '@tanstack/react-query';
import { messages } from '@tongxin/members/messages';
import { links } from '@tongxin/public/links';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { QrCode } from '@tongxin/web/qr-code';
import { useState } from 'react';
import { api, client, queryClient } from '../../api.ts';
import { useOnline } from '../../offline/online.ts';
import { paths } from '../../paths.ts';
import { accountText } from '../../text/account.ts';
import { codesText } from '../../text/codes.ts';
import { Go } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';

/** The member's own codes: the one for the door, which works without a network, and the public one to print. */
export function CodesScreen() {
  const t = useText(codesText);
  const account = useText(accountText).me;
  const query = useQuery(api.members.me.queryOptions());
  return (
    <>
      <PageHead title={t.title} back={<Go {...paths.me()}>{t.back}</Go>} />
      {query.data === null ? (
        <p className="note note-soon">{account.noMember}</p>
      ) : (
        <Shown query={query}>
          {({ name, doorCode, intakeCode }) => (
            <>
              <section className="panel no-print">
                <h2>{t.doorTitle}</h2>
                <p>{t.doorLead}</p>
                <QrCode text={doorCode} label={t.doorAlt} />
                <p className="quiet">{t.inShort}</p>
                <p className="code-words">{doorCode.match(/.{1,4}/g)?.join(' ')}</p>
                <p className="note note-soon">{t.doorOwn}</p>
                <Renew code="door" label={t.renewDoor} lead={t.renewDoorLead} />
              </section>
              <section className="panel no-print">
                <h2>{t.intakeTitle}</h2>
                <p>{t.intakeLead}</p>
              </section>
              <Poster name={name} code={intakeCode} />
              <div className="steps">
                <ActionButton onClick={() => window.print()}>{t.print}</ActionButton>
              </div>
              <Renew code="intake" label={t.renewIntake} lead={t.renewIntakeLead} />
            </>
          )}
        </Shown>
      )}
    </>
  );
}

/** What is printed and put up. */
function Poster({ name, code }: { name: string; code: string }) {
  const t = useText(codesText);
  const address = new URL(links.member(code), location.origin).href;
  return (
    <article className="paper poster">
      <h2>{t.poster(name)}</h2>
      <p>{t.posterHow}</p>
      <QrCode text={address} label={t.intakeAlt(name)} />
      <p className="code-words">
        <a href={address}>{address}</a>
      </p>
    </article>
  );
}

/** A new code in place of one that was lost or is misused, after a question. */
function Renew({ code, label, lead }: { code: 'door' | 'intake'; label: string; lead: string }) {
  const t = useText(codesText);
  const online = useOnline();
  const [state, setState] = useState<'idle' | 'asks' | 'done'>('idle');
  return (
    <div className="no-print">
      {state === 'asks' ? (
        <div className="note note-late" role="alert">
          <p>{lead}</p>
          <SendForm
            send={async () => {
              await client.members.renewOwnCode.mutate({ code });
              await queryClient.invalidateQueries({ queryKey: api.members.me.queryKey() });
            }}
            onSent={() => setState('done')}
            label={label}
            messages={messages}
            beside={<ActionButton onClick={() => setState('idle')}>{t.notNow}</ActionButton>}
          >
            {null}
          </SendForm>
        </div>
      ) : (
        <p>
          <span className="quiet">{t.lost}</span>{' '}
          {online ? <ActionButton onClick={() => setState('asks')}>{label}</ActionButton> : t.offline}
        </p>
      )}
      <div role="status">{state === 'done' && <p className="note note-done">{t.renewed}</p>}</div>
    </div>
  );
}
