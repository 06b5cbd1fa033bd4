import { useQuery } from '@tanstack/react-query';
import { textOf } from '@tongxin/core';
import { hasEnded, importAddresses } from '@tongxin/imports/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Alert, Progress } from 'antd';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { messages } from '../../messages.ts';
import { importsText } from '../../text/imports.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { usePages } from '../../ui/pages.ts';
import { Shown } from '../../ui/Shown.tsx';

type Import = Outputs['imports']['get'];
type Row = Outputs['imports']['report']['rows'][number];
type After = NonNullable<Inputs['imports']['report']['after']>;

const isUnderWay = ({ state }: Import) => !hasEnded(state);

/** How far a file has come, asked again every second until its last row; then what was wrong. */
export function ImportProgress({ id }: { id: string }) {
  const t = useText(importsText);
  const { locale } = useLocale();
  const query = useQuery({
    ...api.imports.get.queryOptions({ id }),
    refetchInterval: ({ state: { data } }) => (data === undefined || isUnderWay(data) ? 1000 : false),
  });
  return (
    <Shown query={query}>
      {(read) => (
        <section className="panel">
          <h2>{read.fileName}</h2>
          <p aria-live="polite">
            {t.states[read.state]}
            {isUnderWay(read) && read.rows !== null && ` · ${t.progress(read.rowsDone, read.rows)}`}
          </p>
          {read.state !== 'refused' && (
            <Progress
              percent={read.rows === null ? 0 : Math.floor((read.rowsDone / read.rows) * 100)}
              status={isUnderWay(read) ? 'active' : 'normal'}
              aria-label={t.states[read.state]}
            />
          )}
          {read.refusal !== null && (
            <Alert
              type="error"
              title={textOf(messages, read.refusal, locale)}
              description={read.refusalPlace === null ? undefined : t.where(read.refusalPlace)}
            />
          )}
          {read.rows !== null && (
            <Facts
              facts={[
                [t.rows, read.rows],
                [t.added, read.added],
                [t.changed, read.changed],
                [t.same, read.same],
                [t.refused, read.refusedRows],
              ]}
            />
          )}
          {read.refusedRows > 0 && <Report key={read.refusedRows} id={id} />}
        </section>
      )}
    </Shown>
  );
}

function Report({ id }: { id: string }) {
  const t = useText(importsText);
  const { locale } = useLocale();
  const pages = usePages<Row, After>(api.imports.report.queryKey({ id }), (after) =>
    client.imports.report.query({ id, after }),
  );
  const columnOf = (key: string | null) =>
    key === null ? t.wholeRow : (t.columns[key as keyof typeof t.columns] ?? key);
  return (
    <>
      <div className="panel-head">
        <h3>{t.report}</h3>
        <a href={importAddresses.report(id, locale)}>{t.download}</a>
      </div>
      <Listing<Row>
        caption={t.report}
        pages={pages}
        keyOf={(row) => row.id}
        empty={t.report}
        columns={[
          { title: t.row, names: true, show: ({ rowNo }) => rowNo },
          { title: t.column, show: ({ columnKey }) => columnOf(columnKey) },
          { title: t.problem, show: ({ code }) => textOf(messages, code, locale) },
        ]}
      />
    </>
  );
}
