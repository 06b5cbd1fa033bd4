import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isGroundKind } from '@tongxin/matters/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api.ts';
import { pathOfMatter, paths } from '../../paths.ts';
import { journalText } from '../../text/journal.ts';
import { Facts } from '../../ui/Facts.tsx';
import { History } from '../../ui/History.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ReadingList } from '../../ui/ReadingList.tsx';
import { useHolds } from '../../ui/roles.ts';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

const route = getRouteApi('/inside/journal');

/** For auditors: how far the record is sealed, and all that was recorded of one matter. */
export function JournalScreen() {
  const t = useText(journalText);
  const { matter } = route.useSearch();
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Seals />
      <section className="panel">
        <h2>{t.find}</h2>
        <Find asked={matter} />
      </section>
      {matter !== undefined && <Found number={matter} />}
    </>
  );
}

/** Sealing happens within seconds; a minute without it means that something stands still. */
const longMs = 60_000;

function Seals() {
  const t = useText(journalText);
  const { locale } = useLocale();
  const query = useQuery(api.matters.seals.queryOptions());
  return (
    <section className="panel">
      <h2>{t.seals}</h2>
      <Shown query={query}>
        {({ head, unsealed, waitsSince }) => {
          if (head === null) return <p>{t.never}</p>;
          const waited =
            waitsSince === null ? 0 : Temporal.Now.instant().since(waitsSince).total('milliseconds');
          return (
            <>
              {waited > longMs && <Alert className="gap-below" type="warning" showIcon title={t.late} />}
              <Facts
                facts={[
                  [t.sealedAt, momentText(head.sealedAt, locale)],
                  [t.entries, t.entryCount(head.entryCount)],
                  [t.unsealed, t.entryCount(unsealed)],
                  [t.hash, <code key="hash">{head.hash}</code>],
                ]}
              />
              <p className="quiet">{t.verify}</p>
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function Find({ asked }: { asked: string | undefined }) {
  const t = useText(journalText);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(asked ?? '');
  return (
    <form
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(paths.journal(typed.trim() || undefined));
      }}
    >
      <label>
        {t.number}
        <Input
          value={typed}
          maxLength={60}
          placeholder={t.numberHint}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <ActionButton submits>{t.search}</ActionButton>
    </form>
  );
}

function Found({ number }: { number: string }) {
  const t = useText(journalText);
  const reads = useHolds('host', 'county_office', 'city_office', 'department_clerk');
  const query = useQuery(api.matters.history.queryOptions({ number }));
  return (
    <Shown query={query}>
      {({ matter, history, readings }) => (
        <>
          <section className="panel">
            <div className="panel-head">
              <h2>{matter.number}</h2>
              <StateTag kind={matter.kind} state={matter.state} />
            </div>
            <p className="gap-below">
              {(reads || matter.kind === 'session' || matter.kind === 'outcome_line') && (
                <>
                  <Link {...pathOfMatter(matter.kind, matter.id)}>{t.open}</Link> ·{' '}
                </>
              )}
              {isGroundKind(matter.kind) && <Link {...paths.chain(matter.id)}>{t.chain}</Link>}
            </p>
            <History kind={matter.kind} entries={history} />
          </section>
          <section className="panel">
            <h2>{t.readings}</h2>
            <ReadingList readings={readings} />
          </section>
        </>
      )}
    </Shown>
  );
}
