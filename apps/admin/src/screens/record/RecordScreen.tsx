import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { recordCategories, recordStates } from '@tongxin/record/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { recordText } from '../../text/record.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { Shown } from '../../ui/Shown.tsx';
import { Counts } from './Counts.tsx';
import { Lines } from './Lines.tsx';
import { usePrintAll } from './use-print-all.ts';

export type Summary = Outputs['record']['summary'];
export type Line = Outputs['record']['lines']['rows'][number];
type After = NonNullable<Inputs['record']['lines']['after']>;

const route = getRouteApi('/inside/members/$id/record');

/** What one member did in a year, as it was written down where it happened. For the office of their committee. */
export function RecordScreen() {
  const { id: memberId } = route.useParams();
  const { year } = route.useSearch();
  const asked = { memberId, ...(year !== undefined && /^\d{4}$/.test(year) && { year: Number(year) }) };
  const query = useQuery(api.record.summary.queryOptions(asked));
  return <Shown query={query}>{(summary) => <Year summary={summary} />}</Shown>;
}

function Year({ summary }: { summary: Summary }) {
  const t = useText(recordText).member;
  const { category: wanted, state: outcome } = route.useSearch();
  const { member, year } = summary;
  const category = recordCategories.find((one) => one === wanted);
  const state = recordStates.find((one) => one === outcome);
  const input = { memberId: member.id, year, ...(category && { category }), ...(state && { state }) };
  const pages = usePages<Line, After>(api.record.lines.queryKey(input), (after) =>
    client.record.lines.query({ ...input, ...(after && { after }) }),
  );
  const print = usePrintAll(pages);
  return (
    <>
      <PageHead
        title={t.title(member.name)}
        lead={t.lead}
        above={<Link {...paths.member(member.id)}>{member.name}</Link>}
        actions={
          <ActionButton weight="primary" busy={print.isReading} onClick={print.start}>
            {t.print}
          </ActionButton>
        }
      />
      <WhichYear summary={summary} />
      <Behind summary={summary} />
      <Counts summary={summary} category={category} state={state} />
      <Lines pages={pages} caption={t.title(member.name)} />
      <p className="quiet small">{t.noRanking}</p>
    </>
  );
}

function WhichYear({ summary: { member, year, years } }: { summary: Summary }) {
  const t = useText(recordText).member;
  const navigate = useNavigate();
  return (
    <div className="filters">
      <label>
        {t.whichYear}
        <Select
          value={year}
          options={years.map((one) => ({ value: one, label: t.year(one) }))}
          onChange={(next) => void navigate(paths.memberRecord(member.id, { year: String(next) }))}
        />
      </label>
    </div>
  );
}

/** Committees, villages and sites of the year. */
function Behind({ summary: { member, villages, sites } }: { summary: Summary }) {
  const t = useText(recordText).member;
  const { locale } = useLocale();
  const days = (fromOn: string, toOn: string | null) =>
    toOn === null
      ? t.since(dayText(fromOn, locale))
      : t.until(dayText(fromOn, locale), dayText(toOn, locale));
  return (
    <section className="panel">
      <Facts
        facts={[
          [t.dutyTitle, member.dutyTitle],
          [
            t.committees,
            member.committees.map(({ organisationName, sector }) => (
              <div key={organisationName}>
                {[organisationName, sector].filter((part) => part !== null).join(' · ')}
              </div>
            )),
          ],
          [
            t.villages,
            villages.length === 0
              ? null
              : villages.map(({ villageCode, villageName, townshipCode, townshipName, fromOn, toOn }) => (
                  <div key={`${villageCode} ${fromOn}`}>
                    <Link {...paths.villages({ place: townshipCode })}>
                      {townshipName} {villageName}
                    </Link>{' '}
                    <span className="quiet small">{days(fromOn, toOn)}</span>
                  </div>
                )),
          ],
          [
            t.sites,
            sites.length === 0
              ? null
              : sites.map(({ platformId, name, fromOn, toOn }) => (
                  <div key={`${platformId} ${fromOn}`}>
                    <Link {...paths.platform(platformId)}>{name}</Link>{' '}
                    <span className="quiet small">{days(fromOn, toOn)}</span>
                  </div>
                )),
          ],
        ]}
      />
    </section>
  );
}
