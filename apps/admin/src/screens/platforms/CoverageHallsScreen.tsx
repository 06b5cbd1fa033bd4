import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';

type Row = Outputs['reports']['coverageHalls']['rows'][number];
type After = NonNullable<Inputs['reports']['coverageHalls']['after']>;

const route = getRouteApi('/inside/coverage/halls');

/** The halls behind one number of the coverage table. */
export function CoverageHallsScreen() {
  const texts = useText(platformsText);
  const t = texts.cover;
  const nameOf = usePlaceNames();
  const search = route.useSearch();
  const covered = search.covered === 'yes';
  const asked = { divisionCode: search.place ?? '', covered };
  const { data: place } = useQuery(api.divisions.get.queryOptions({ code: asked.divisionCode }));
  const pages = usePages<Row, After>(api.reports.coverageHalls.queryKey(asked), (after) =>
    client.reports.coverageHalls.query({ ...asked, after }),
  );
  const title = t.hallsTitle(place?.name ?? asked.divisionCode, covered ? t.covered : t.uncovered);
  return (
    <>
      <PageHead title={title} above={<Link {...paths.coverage({ place: search.place })}>{t.title}</Link>} />
      <Listing<Row>
        caption={title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.hallsEmpty}
        columns={[
          {
            title: texts.name,
            names: true,
            show: ({ id, name, address }) => (
              <>
                <Link {...paths.platform(id)}>{name}</Link>
                <div className="quiet small">{address}</div>
              </>
            ),
          },
          { title: t.place, show: ({ placeCode }) => nameOf(placeCode.slice(0, 9)) },
        ]}
      />
    </>
  );
}
