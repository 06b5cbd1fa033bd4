import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { eventsText } from '../../text/events.ts';
import { shellText } from '../../text/shell.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { readAll } from '../../ui/pages.ts';
import { Shown } from '../../ui/Shown.tsx';
import { whereOf } from './EventsScreen.tsx';
import type { Desk } from './EventScreen.tsx';

type Row = Outputs['events']['invitees']['rows'][number];
type After = NonNullable<Inputs['events']['invitees']['after']>;

const route = getRouteApi('/inside/events/$id/sign-in-sheet');

/** The paper that goes round: whoever is asked by name, residents by number, no telephone. Source: domain §6.3. */
export function SignInSheetScreen() {
  const t = useText(eventsText).sheet;
  const shell = useText(shellText);
  const { id } = route.useParams();
  const [blanks, setBlanks] = useState(10);
  const query = useQuery(api.events.desk.queryOptions({ id }));
  return (
    <>
      <PageHead
        title={t.title}
        above={<Link {...paths.event(id)}>{t.back}</Link>}
        actions={
          <>
            <label>
              {t.blanks}{' '}
              <InputNumber
                min={0}
                max={200}
                precision={0}
                value={blanks}
                onChange={(count) => setBlanks(count ?? 0)}
              />
            </label>
            <ActionButton weight="primary" onClick={() => window.print()}>
              {shell.print}
            </ActionButton>
          </>
        }
      />
      <Shown query={query}>{(event) => <Paper event={event} blanks={blanks} />}</Shown>
    </>
  );
}

function Paper({ event, blanks }: { event: Desk; blanks: number }) {
  const t = useText(eventsText).sheet;
  const { locale } = useLocale();
  const { id } = event;
  const people = useQuery({
    queryKey: [...api.events.invitees.queryKey({ id }), 'all'],
    queryFn: () => readAll<Row, After>((after) => client.events.invitees.query({ id, after }), Infinity),
  });
  return (
    <Shown query={people}>
      {(rows) => (
        <article className="paper">
          <h2>{event.title}</h2>
          <p>
            {spanText(event.startsAt, event.endsAt, locale)} · {whereOf(event)} · {event.organiser}
          </p>
          <table className="sheet sign-in">
            <thead>
              <tr>
                {t.columns.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <Line
                  key={row.id}
                  cells={[at + 1, row.name, row.dutyTitle, row.memberId === null ? t.unit : t.member]}
                />
              ))}
              {Array.from({ length: blanks }, (_, at) => (
                <Line key={at} cells={[rows.length + at + 1, t.otherNo(at + 1), null, t.other]} />
              ))}
            </tbody>
          </table>
          <p className="small">
            {event.number} · {t.foot}
          </p>
        </article>
      )}
    </Shown>
  );
}

/** What is known, and room for signature, time and remarks. */
function Line({ cells }: { cells: readonly (string | number | null)[] }) {
  return (
    <tr>
      {[...cells, null, null, null].map((cell, at) => (
        <td key={at}>{cell ?? <>&nbsp;</>}</td>
      ))}
    </tr>
  );
}
