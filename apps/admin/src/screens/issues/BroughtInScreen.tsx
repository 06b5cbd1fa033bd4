import { Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { broughtInText } from '../../text/brought-in.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['issues']['listBroughtIn']['rows'][number];
type After = NonNullable<Inputs['issues']['listBroughtIn']['after']>;

/** What a contact person wrote down for visitors, newest first. */
export function BroughtInScreen() {
  const t = useText(broughtInText);
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const pages = usePages<Row, After>(api.issues.listBroughtIn.queryKey({}), (after) =>
    client.issues.listBroughtIn.query({ after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <Link className="button button-primary" {...paths.newIssue()}>
            {t.write}
          </Link>
        }
      />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.matter,
            names: true,
            show: (row) => (
              <>
                <Link {...paths.broughtInMatter(row.id)}>{row.handlingTitle ?? t.noCopy}</Link>
                <div className="quiet small">{row.number}</div>
              </>
            ),
          },
          { title: t.place, show: (row) => nameOf(row.townshipCode) },
          { title: t.state, show: (row) => <StateTag kind="issue" state={row.state} /> },
          { title: t.due, show: (row) => <Due at={row.closedAt === null ? row.dueAt : null} /> },
          { title: t.opened, show: (row) => momentText(row.openedAt, locale) },
        ]}
      />
    </>
  );
}
