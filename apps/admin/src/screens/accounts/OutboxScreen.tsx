import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { Alone } from '../../shell/Alone.tsx';
import { accountsText } from '../../text/accounts.ts';
import { Rows } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';

const everyFewSeconds = 3000;

/** The codes that would be sent by message; there is no such page where they really are. */
export function OutboxScreen() {
  const t = useText(accountsText).outbox;
  const { locale } = useLocale();
  const outbox = useQuery({ ...api.accounts.outbox.queryOptions(), refetchInterval: everyFewSeconds });
  return (
    <Alone>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.signIn()}>{t.back}</Link>} />
      <Shown query={outbox}>
        {(codes) =>
          codes.length === 0 ? (
            <p className="empty">{t.empty}</p>
          ) : (
            <Rows
              caption={t.title}
              rows={codes}
              keyOf={({ id }) => id}
              columns={[
                { title: t.code, names: true, show: ({ code }) => code },
                { title: t.phone, show: ({ phone }) => phone },
                { title: t.at, show: ({ createdAt }) => momentText(createdAt, locale) },
              ]}
            />
          )
        }
      </Shown>
    </Alone>
  );
}
