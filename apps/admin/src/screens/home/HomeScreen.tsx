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

type Row = Outputs['matters']['openItems']['rows'][number];
type After = NonNullable<Inputs['matters']['openItems']['after']>;

const route = getRouteApi('/inside/');

/** What waits for the person's roles, overdue first. */
export function HomeScreen() {
  const t = useText(homeText);
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  const kind = matterKinds.find((one) => one === route.useSearch().kind);
  const pages = usePages<Row, After>(api.matters.openItems.queryKey({ kind }), (after) =>
    client.matters.openItems.query({ kind, after }),
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
              <Link {...pathOfMatter(row.kind, row.id)}>
                {t.kinds[row.kind]} {row.number}
              </Link>
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

function Kinds({ chosen }: { chosen: MatterKind | undefined }) {
  const t = useText(homeText);
  return (
    <ul className="chips">
      {[undefined, ...matterKinds].map((kind) => (
        <li key={kind ?? ''}>
          <Link className="chip" {...paths.home(kind)} aria-current={kind === chosen ? 'true' : undefined}>
            {kind === undefined ? t.all : t.kinds[kind]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
