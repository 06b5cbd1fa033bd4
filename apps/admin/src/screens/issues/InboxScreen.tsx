import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { channelNames, issueWorkflow, type IssueState } from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { issuesText } from '../../text/issues.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing, type Column } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';
import { StateAndPlace } from '../../ui/StateAndPlace.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['issues']['list']['rows'][number];
type After = NonNullable<Inputs['issues']['list']['after']>;

const route = getRouteApi('/inside/issues');
const states = Object.keys(issueWorkflow.states) as IssueState[];

/** The matters of the person's places; for a department's clerk, those handed to the department. */
export function InboxScreen() {
  const isOffice = useHolds('host', 'county_office', 'city_office');
  const isHost = useHolds('host');
  return isOffice ? <OfficeInbox mayBundle={isHost} mayWrite={isHost} /> : <Assigned />;
}

function OfficeInbox({ mayBundle, mayWrite }: { mayBundle: boolean; mayWrite: boolean }) {
  const t = useText(issuesText).inbox;
  const { state: asked, place } = route.useSearch();
  const state = states.find((one) => one === asked);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const columns = useColumns();
  const navigate = useNavigate();
  const pages = usePages<Row, After>(api.issues.list.queryKey({ state, divisionCode: place }), (after) =>
    client.issues.list.query({ state, divisionCode: place, after }),
  );
  const pick: Column<Row> = {
    title: t.pick,
    show: ({ id, number, may, handlingTitle }) =>
      may.take_into_talks.allowed &&
      handlingTitle !== null && (
        <Checkbox
          aria-label={t.pickOne(number)}
          checked={picked.includes(id)}
          onChange={({ target }) =>
            setPicked(target.checked ? [...picked, id] : picked.filter((one) => one !== id))
          }
        />
      ),
  };
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          mayWrite && (
            <Link className="button button-primary" {...paths.newIssue()}>
              {t.desk}
            </Link>
          )
        }
      />
      <StateAndPlace
        kind="issue"
        state={state}
        place={place}
        onAsk={(asked) => void navigate(paths.issues(asked))}
      />
      {mayBundle && (
        <p className="gap-below">
          {picked.length === 0 ? (
            <span className="quiet">{t.bundleHint}</span>
          ) : (
            <Link className="button button-primary" {...paths.newTopic(picked)}>
              {t.bundle(picked.length)}
            </Link>
          )}
        </p>
      )}
      <Listing<Row>
        caption={t.title}
        columns={mayBundle ? [...columns, pick] : columns}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
      />
    </>
  );
}

function Assigned() {
  const t = useText(issuesText).inbox;
  const { state: asked } = route.useSearch();
  const state = states.find((one) => one === asked);
  const columns = useColumns();
  const navigate = useNavigate();
  const pages = usePages<Row, After>(api.issues.listAssigned.queryKey({ state }), (after) =>
    client.issues.listAssigned.query({ state, after }),
  );
  return (
    <>
      <PageHead title={t.assigned} lead={t.assignedLead} />
      <StateAndPlace kind="issue" state={state} onAsk={(asked) => void navigate(paths.issues(asked))} />
      <Listing<Row>
        caption={t.assigned}
        columns={columns}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.emptyAssigned}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useText(issuesText).inbox;
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  return [
    {
      title: t.matter,
      names: true,
      show: (row) => (
        <>
          <Link {...paths.issue(row.id)}>{row.handlingTitle ?? t.noCopy}</Link>
          <div className="quiet small">{row.number}</div>
        </>
      ),
    },
    { title: t.place, show: (row) => nameOf(row.townshipCode) },
    { title: t.state, show: (row) => <StateTag kind="issue" state={row.state} /> },
    { title: t.due, show: (row) => <Due at={row.closedAt === null ? row.dueAt : null} /> },
    { title: t.channel, show: (row) => channelNames[row.channel][locale] },
    { title: t.opened, show: (row) => momentText(row.openedAt, locale) },
  ];
}
