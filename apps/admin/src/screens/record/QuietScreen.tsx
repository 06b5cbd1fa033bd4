import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { civilDay } from '@tongxin/core';
import { useText } from '@tongxin/web/locale';
import { api, client } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { recordText } from '../../text/record.ts';
import { DayField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { useCommittees } from '../members/committees.ts';
import { People, type After, type Person } from './People.tsx';

type Period = { from: string; until: string };

const route = getRouteApi('/inside/quiet');
const day = /^\d{4}-\d\d-\d\d$/;

/** In which county and of which members nothing is recorded in a period: whom to ask along next. */
export function QuietScreen() {
  const t = useText(recordText).quiet;
  const search = route.useSearch();
  const navigate = useNavigate();
  const committees = useCommittees();
  const today = civilDay(Temporal.Now.instant());
  const period = {
    from: search.from && day.test(search.from) ? search.from : today.with({ month: 1, day: 1 }).toString(),
    until: search.until && day.test(search.until) ? search.until : today.toString(),
  };
  const widest = committees[0]?.value;
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.members()}>{t.members}</Link>} />
      <section className="panel narrow">
        <SendForm<Period>
          key={`${period.from} ${period.until}`}
          initial={period}
          send={(entry) => navigate(paths.quiet({ ...entry, committee: search.committee }))}
          label={t.look}
        >
          <div className="side-by-side">
            <DayField name="from" label={t.from} />
            <DayField name="until" label={t.until} />
          </div>
        </SendForm>
      </section>
      {widest !== undefined && (
        <Committees widest={widest} period={period} committee={search.committee ?? widest} />
      )}
    </>
  );
}

type Props = { widest: string; period: Period; committee: string };

function Committees({ widest, period, committee }: Props) {
  const t = useText(recordText).quiet;
  const municipal = useText(membersText).municipal;
  const nameOf = usePlaceNames();
  const committeeName = (code: string) => (code.length === 4 ? municipal : nameOf(code));
  const query = useQuery(api.record.quietByCommittee.queryOptions({ divisionCode: widest, ...period }));
  return (
    <Shown query={query}>
      {(rows) => (
        <>
          <section className="panel">
            <Rows
              caption={t.title}
              rows={rows}
              keyOf={({ divisionCode }) => divisionCode}
              columns={[
                {
                  title: t.committee,
                  names: true,
                  show: ({ divisionCode }) => committeeName(divisionCode),
                },
                { title: t.held, show: ({ held }) => (held ? t.somethingHeld : t.nothingHeld) },
                { title: t.count, number: true, show: ({ members }) => members },
                {
                  title: t.quiet,
                  number: true,
                  show: ({ divisionCode, quiet }) => (
                    <Link
                      {...paths.quiet({ ...period, committee: divisionCode })}
                      aria-current={divisionCode === committee ? 'true' : undefined}
                    >
                      {quiet}
                    </Link>
                  ),
                },
              ]}
            />
          </section>
          <h2>{t.list(committeeName(committee))}</h2>
          <Quiet divisionCode={committee} period={period} />
        </>
      )}
    </Shown>
  );
}

function Quiet({ divisionCode, period }: { divisionCode: string; period: Period }) {
  const t = useText(recordText).quiet;
  const filter = { divisionCode, ...period };
  const pages = usePages<Person, After>(api.record.quiet.queryKey(filter), (after) =>
    client.record.quiet.query({ ...filter, ...(after && { after }) }),
  );
  return <People pages={pages} caption={t.title} empty={t.nobody} />;
}
