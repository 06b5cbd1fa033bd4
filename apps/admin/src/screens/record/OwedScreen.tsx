import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { groupKindNames } from '@tongxin/members/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { CommitteeFilter } from '../members/CommitteeFilter.tsx';
import { useCommittees } from '../members/committees.ts';
import { OwedLines } from './OwedLines.tsx';

type Row = Outputs['record']['owed']['rows'][number];
type After = NonNullable<Inputs['record']['owed']['after']>;

const route = getRouteApi('/inside/owed');

/** What the groups of one committee still owe this year: those with something open, or those that are done. */
export function OwedScreen() {
  const t = useText(recordText).owed;
  const { committee, show } = route.useSearch();
  const navigate = useNavigate();
  const committees = useCommittees();
  const divisionCode = committee ?? committees[0]?.value;
  const open = show !== 'done';
  return (
    <>
      <PageHead title={t.title} lead={t.lead} above={<Link {...paths.groups(committee)}>{t.groups}</Link>} />
      <CommitteeFilter
        value={committee}
        onChange={(next) => void navigate(paths.owed({ committee: next, show }))}
      />
      {divisionCode !== undefined && <Groups divisionCode={divisionCode} open={open} />}
    </>
  );
}

function Groups({ divisionCode, open }: { divisionCode: string; open: boolean }) {
  const t = useText(recordText).owed;
  const { locale } = useLocale();
  const count = useQuery(api.record.countOwed.queryOptions({ divisionCode })).data;
  const filter = { divisionCode, open };
  const pages = usePages<Row, After>(api.record.owed.queryKey(filter), (after) =>
    client.record.owed.query({ ...filter, ...(after && { after }) }),
  );
  return (
    <>
      <ul className="chips">
        {(['open', 'done'] as const).map((one) => (
          <li key={one}>
            <Link
              className="chip"
              {...paths.owed({ committee: divisionCode, show: one })}
              aria-current={(one === 'open') === open ? 'true' : undefined}
            >
              {t[one](count?.[one] ?? 0)}
            </Link>
          </li>
        ))}
      </ul>
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={open ? t.noneOpen : t.noneDone}
        columns={[
          { title: t.group, names: true, show: ({ id, name }) => <Link {...paths.group(id)}>{name}</Link> },
          { title: t.kind, show: ({ kind }) => groupKindNames[kind][locale] },
          { title: t.convenor, show: ({ convenorName }) => convenorName ?? t.noConvenor },
          { title: t.thisYear, show: ({ owed }) => <OwedLines owed={owed} /> },
        ]}
      />
    </>
  );
}
