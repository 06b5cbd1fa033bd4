import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { recordCategories, recordCategoryNames, type RecordCategory } from '@tongxin/record/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { useId, useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { recordText } from '../../text/record.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { LineCard } from './LineCard.tsx';
import { OurYear } from './OurYear.tsx';

type Summary = Outputs['record']['summary'];
type Lines = Outputs['record']['lines'];

/** What the member did, as it was written down where it happened: a year at a time, of one category if wished. */
export function RecordScreen() {
  const t = useText(recordText);
  const [year, setYear] = useState<number>();
  const me = useQuery(api.members.me.queryOptions());
  // This year goes by no name, so that last year's page is not taken for it on New Year's Day.
  const asked = year === undefined ? {} : { year };
  const summary = useQuery({ ...api.record.summary.queryOptions(asked), enabled: me.data !== null });
  if (me.data === null) {
    return (
      <>
        <PageHead title={t.title} />
        <p className="note note-soon">{t.noMember}</p>
      </>
    );
  }
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <OurYear />
      <Shown query={summary}>
        {(read) => (
          <>
            <Year years={read.years} year={read.year} onChoose={setYear} />
            <Behind summary={read} />
            <OfYear key={read.year} asked={asked} counts={read.counts} />
          </>
        )}
      </Shown>
      <p className="after quiet">{t.objection}</p>
    </>
  );
}

function Year(props: { years: readonly number[]; year: number; onChoose: (year: number) => void }) {
  const t = useText(recordText);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t.whichYear}</label>
      <select id={id} value={props.year} onChange={(event) => props.onChoose(Number(event.target.value))}>
        {props.years.map((one) => (
          <option key={one} value={one}>
            {t.year(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which village and which site the member stood behind. */
function Behind({ summary: { villages, sites } }: { summary: Summary }) {
  const t = useText(recordText);
  const { locale } = useLocale();
  if (villages.length + sites.length === 0) return null;
  const days = (fromOn: string, toOn: string | null) =>
    toOn === null
      ? t.since(dayText(fromOn, locale))
      : t.until(dayText(fromOn, locale), dayText(toOn, locale));
  return (
    <section className="panel">
      <Facts
        facts={[
          ...villages.map(
            ({ villageCode, townshipName, villageName, fromOn, toOn }) =>
              [
                t.village,
                <span key={villageCode}>
                  {townshipName} {villageName}
                  <br />
                  <span className="quiet">{days(fromOn, toOn)}</span>
                </span>,
              ] as const,
          ),
          ...sites.map(
            ({ platformId, name, fromOn, toOn }) =>
              [
                t.site,
                <span key={platformId}>
                  {name}
                  <br />
                  <span className="quiet">{days(fromOn, toOn)}</span>
                </span>,
              ] as const,
          ),
        ]}
      />
    </section>
  );
}

type OfYearProps = { asked: { year?: number }; counts: Summary['counts'] };

function OfYear({ asked, counts }: OfYearProps) {
  const t = useText(recordText);
  const shell = useText(shellText);
  const [category, setCategory] = useState<RecordCategory>();
  const input = { ...asked, ...(category && { category }) };
  const query = useInfiniteQuery({
    queryKey: [...api.record.lines.queryKey(input), 'pages'],
    queryFn: ({ pageParam }) =>
      client.record.lines.query({ ...input, ...(pageParam && { after: pageParam }) }),
    initialPageParam: null as Lines['next'],
    getNextPageParam: ({ next }: Lines) => next ?? undefined,
  });
  return (
    <>
      <Categories counts={counts} chosen={category} onChoose={setCategory} />
      <Shown query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="empty">{t.none}</p>;
          return (
            <>
              <ul className="cards">
                {rows.map((line) => (
                  <LineCard key={line.id} line={line} />
                ))}
              </ul>
              {query.hasNextPage && (
                <ActionButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {shell.more}
                </ActionButton>
              )}
            </>
          );
        }}
      </Shown>
    </>
  );
}

type CategoriesProps = {
  counts: Summary['counts'];
  chosen: RecordCategory | undefined;
  onChoose: (category: RecordCategory | undefined) => void;
};

/** The categories that the year has, each with how many lines choosing it shows. */
function Categories({ counts, chosen, onChoose }: CategoriesProps) {
  const t = useText(recordText);
  const { locale } = useLocale();
  const id = useId();
  const sum = (some: Summary['counts']) => some.reduce((all, { lines }) => all + lines, 0);
  const there = recordCategories.filter((one) => counts.some(({ category }) => category === one));
  if (there.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{t.whichCategory}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(recordCategories.find((one) => one === target.value))}
      >
        <option value="">{t.every(sum(counts.filter(({ category }) => category !== 'interest')))}</option>
        {there.map((one) => (
          <option key={one} value={one}>
            {t.ofCategory(
              recordCategoryNames[one][locale],
              sum(counts.filter(({ category }) => category === one)),
            )}
          </option>
        ))}
      </select>
    </div>
  );
}
