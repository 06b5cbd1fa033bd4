import { getRouteApi, Link } from '@tanstack/react-router';
import { matterKinds, type MatterKind } from '@tongxin/matters/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText, standingOf } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { pathOfMatter, paths } from '../../paths.ts';
import { homeText } from '../../text/home.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['matters']['openItems']['rows'][number] & { title: string | undefined };
type After = NonNullable<Inputs['matters']['openItems']['after']>;

const route = getRouteApi('/inside/');

/** What waits for the person's roles, overdue first. */
export function HomeScreen() {
  const t = useText(homeText);
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const kind = matterKinds.find((one) => one === route.useSearch().kind);
  const pages = usePages<Row, After>(api.matters.openItems.queryKey({ kind }), (after) =>
    readOpenItems(kind, after),
  );
  const someAreLate = pages.rows?.some(({ dueAt }) => dueAt !== null && standingOf(dueAt).kind === 'late');
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Kinds chosen={kind} />
      {someAreLate && <Alert className="gap-below" type="warning" showIcon title={t.late} />}
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
                <Link {...pathOfMatter(row.kind, row.id)}>
                  {row.title ?? (row.kind === 'issue' ? t.unnamed : t.kind[row.kind])}
                </Link>
                <div className="quiet small">
                  {t.kind[row.kind]} {row.number}
                </div>
              </>
            ),
          },
          { title: t.place, show: (row) => nameOf(row.townshipCode) },
          { title: t.state, show: (row) => <StateTag kind={row.kind} state={row.state} /> },
          { title: t.due, show: (row) => <Due at={row.dueAt} /> },
          { title: t.opened, show: (row) => momentText(row.openedAt, locale) },
        ]}
      />
    </>
  );
}

/** The spine's list with the names that offices gave. */
async function readOpenItems(kind: MatterKind | undefined, after: After | undefined) {
  const page = await client.matters.openItems.query({ kind, after });
  if (page.rows.length === 0) return { rows: [], next: page.next };
  const named = await client.deliberations.titles.query({ ids: page.rows.map(({ id }) => id) });
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  return { rows: page.rows.map((row) => ({ ...row, title: titles.get(row.id) })), next: page.next };
}

function Kinds({ chosen }: { chosen: MatterKind | undefined }) {
  const t = useText(homeText);
  return (
    <ul className="chips">
      {[undefined, ...matterKinds].map((kind) => (
        <li key={kind ?? ''}>
          <Link
            className="chip"
            {...paths.home(kind)}
            // Without it, “all” counts as the page of every kind.
            activeOptions={{ exact: true }}
            aria-current={kind === chosen ? 'true' : undefined}
          >
            {kind === undefined ? t.all : t.kinds[kind]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
