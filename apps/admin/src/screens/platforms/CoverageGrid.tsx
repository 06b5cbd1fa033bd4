import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { Shown } from '../../ui/Shown.tsx';

type Tile = Outputs['reports']['coverageGrid']['counties'][number]['townships'][number];

/** Every township as a tile, county by county: where a hall is in use, where one only hangs, where there is none. */
export function Grid({ code }: { code: string }) {
  const t = useText(platformsText).cover;
  const query = useQuery(api.reports.coverageGrid.queryOptions({ divisionCode: code }));
  return (
    <section className="panel">
      <h2>{t.grid}</h2>
      <p className="quiet small">{t.gridLead}</p>
      <Shown query={query}>
        {({ counties }) =>
          counties.map(({ code: county, name, townships }) => (
            <section key={county} aria-labelledby={`grid-${county}`}>
              <h3 id={`grid-${county}`}>
                {name} <span className="quiet small">{t.gridOf(...inUse(townships))}</span>
              </h3>
              <ul className="tiles">
                {townships.map((tile) => (
                  <Township key={tile.code} tile={tile} />
                ))}
              </ul>
            </section>
          ))
        }
      </Shown>
    </section>
  );
}

/** In how many townships a hall is in use, and of how many. */
const inUse = (townships: readonly Tile[]): [number, number] => [
  townships.filter(({ covered }) => covered > 0).length,
  townships.length,
];

function Township({ tile: { code, name, halls, covered } }: { tile: Tile }) {
  const t = useText(platformsText).cover;
  if (halls === 0)
    return (
      <li className="tile tile-none">
        <Link {...paths.platforms({ place: code })}>{name}</Link>
        <span>{t.noHall}</span>
      </li>
    );
  return (
    <li className={covered > 0 ? 'tile tile-used' : 'tile tile-plaque'}>
      <Link {...paths.coverage({ place: code })}>{name}</Link>
      <span>
        {covered > 0 && (
          <Link
            {...paths.coverageHalls({ place: code, covered: 'yes' })}
            aria-label={t.tileOpens(name, t.tileUsed(covered))}
          >
            {t.tileUsed(covered)}
          </Link>
        )}{' '}
        {covered < halls && (
          <Link
            {...paths.coverageHalls({ place: code, covered: 'no' })}
            aria-label={t.tileOpens(name, t.tileIdle(halls - covered))}
          >
            {t.tileIdle(halls - covered)}
          </Link>
        )}
      </span>
    </li>
  );
}
