import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { Rows } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { Shown } from '../../ui/Shown.tsx';
import { CommitteeFilter } from '../members/CommitteeFilter.tsx';
import { useCommittees } from '../members/committees.ts';
import { People, type After, type Person } from './People.tsx';

const route = getRouteApi('/inside/training');

/** Members of one committee who were at no training this term, by group. */
export function TrainingScreen() {
  const t = useText(recordText).training;
  const { committee, group } = route.useSearch();
  const navigate = useNavigate();
  const committees = useCommittees();
  const divisionCode = committee ?? committees[0]?.value;
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.members()}>{t.members}</Link>} />
      <CommitteeFilter
        value={committee}
        onChange={(next) => void navigate(paths.training({ committee: next }))}
      />
      {divisionCode !== undefined && <Coverage divisionCode={divisionCode} group={group} />}
    </>
  );
}

function Coverage({ divisionCode, group }: { divisionCode: string; group: string | undefined }) {
  const t = useText(recordText).training;
  const { locale } = useLocale();
  const query = useQuery(api.record.training.queryOptions({ divisionCode }));
  return (
    <Shown query={query}>
      {({ term, from, all, groups, none }) => {
        const rows = [
          { id: undefined, name: t.all, ...all },
          ...groups,
          { id: 'none', name: t.none, ...none },
        ];
        const chosen = rows.find(({ id }) => id === group) ?? rows[0]!;
        return (
          <>
            <p>
              {term === null ? t.noTerm(dayText(from, locale)) : t.term(term.termNo, dayText(from, locale))}
            </p>
            <section className="panel">
              <Rows
                caption={t.title}
                rows={rows}
                keyOf={({ id }) => id ?? 'all'}
                columns={[
                  { title: t.group, names: true, show: ({ name }) => name },
                  { title: t.count, number: true, show: ({ members }) => members },
                  {
                    title: t.without,
                    number: true,
                    show: ({ id, without }) => (
                      <Link
                        {...paths.training({ committee: divisionCode, group: id })}
                        aria-current={id === chosen.id ? 'true' : undefined}
                      >
                        {without}
                      </Link>
                    ),
                  },
                ]}
              />
            </section>
            <h2>{t.list(chosen.name)}</h2>
            <Untrained divisionCode={divisionCode} group={chosen.id} />
          </>
        );
      }}
    </Shown>
  );
}

function Untrained({ divisionCode, group }: { divisionCode: string; group: string | undefined }) {
  const t = useText(recordText).training;
  const filter = { divisionCode, ...(group !== undefined && { group }) };
  const pages = usePages<Person, After>(api.record.untrained.queryKey(filter), (after) =>
    client.record.untrained.query({ ...filter, ...(after && { after }) }),
  );
  return <People pages={pages} caption={t.title} empty={t.nobody} />;
}
