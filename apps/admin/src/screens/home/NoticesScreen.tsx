import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { eventNames, invitationEvents } from '@tongxin/notices/rules';
import { links } from '@tongxin/public/links';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { pathOfMatter, paths } from '../../paths.ts';
import { homeText } from '../../text/home.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';

type Row = Outputs['notices']['list']['rows'][number];
type After = NonNullable<Inputs['notices']['list']['after']>;

/** How many can be marked at once. */
const atOnce = 100;

/** What the person and their units were told, newest first. */
export function NoticesScreen() {
  const texts = useText(homeText);
  const t = texts.notices;
  const { locale } = useLocale();
  const pages = usePages<Row, After>(api.notices.list.queryKey({}), (after) =>
    client.notices.list.query({ after }),
  );
  const fresh = (pages.rows ?? []).filter(({ seenAt }) => seenAt === null).map(({ id }) => id);
  const marking = useMutation({
    mutationFn: () => client.notices.seen.mutate({ ids: fresh.slice(0, atOnce) }),
  });
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          fresh.length > 0 && (
            <ActionButton busy={marking.isPending} onClick={() => marking.mutate()}>
              {t.seen}
            </ActionButton>
          )
        }
      />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.event,
            names: true,
            show: ({ event, seenAt }) => (
              <>
                {seenAt === null && <span className="state-word">{t.fresh}</span>} {eventNames[event][locale]}
              </>
            ),
          },
          {
            title: t.matter,
            show: (row) => <About row={row} />,
          },
          { title: t.at, show: ({ at }) => momentText(at, locale) },
        ]}
      />
    </>
  );
}

/** Leads to the matter, or to where the unit, or the person as a member, answers what they are asked to. */
function About({ row: { event, kind, matterId, number, own } }: { row: Row }) {
  const texts = useText(homeText);
  const words = `${texts.kinds[kind]} ${number}`;
  if (own) return <a href={`${links.members()}events/${matterId}`}>{words}</a>;
  const isInvitation = invitationEvents.some((one) => one === event);
  return <Link {...(isInvitation ? paths.invitation(matterId) : pathOfMatter(kind, matterId))}>{words}</Link>;
}
