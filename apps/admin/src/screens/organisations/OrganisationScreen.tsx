import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kindNames } from '@tongxin/organisations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { organisationsText } from '../../text/organisations.ts';
import { TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { Posts } from './Posts.tsx';
import { Terms } from './Terms.tsx';

export type Unit = Outputs['organisations']['describe'];

const route = getRouteApi('/inside/organisations/$id');

/** One unit: who leads it by post, its terms if it is a committee, what was done. */
export function OrganisationScreen() {
  const t = useText(organisationsText);
  const { locale } = useLocale();
  const { id } = route.useParams();
  const unit = useQuery(api.organisations.describe.queryOptions({ id }));
  return (
    <Shown query={unit}>
      {(read) => (
        <>
          <PageHead
            title={read.name}
            lead={`${kindNames[read.kind][locale]} · ${read.placeName}`}
            above={<Link {...paths.organisations({ place: read.divisionCode })}>{t.title}</Link>}
            actions={read.may.keep.allowed && <Rename unit={read} />}
          />
          <Posts unit={read} />
          {read.kind === 'committee' && <Terms unit={read} />}
          <History unit={read} />
        </>
      )}
    </Shown>
  );
}

function Rename({ unit: { id, name } }: { unit: Unit }) {
  const t = useText(organisationsText);
  return (
    <MoveButton<{ name: string }>
      label={t.rename}
      initial={{ name }}
      send={(entry) => client.organisations.rename.mutate({ id, ...entry })}
    >
      <TextField name="name" label={t.name} max={60} />
    </MoveButton>
  );
}

function History({ unit }: { unit: Unit }) {
  const t = useText(organisationsText).history;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      <ol className="trail" reversed>
        {unit.history.map(({ id, at, action }) => (
          <li key={id}>
            <span className="trail-when">{momentText(at, locale)}</span>
            <strong>{t[action]}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
