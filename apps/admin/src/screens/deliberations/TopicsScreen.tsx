import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { topicWorkflow } from '@tongxin/deliberations/rules';
import { useText } from '@tongxin/web/locale';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { Due } from '../../ui/Due.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePages } from '../../ui/pages.ts';
import { usePlaceNames } from '../../ui/places.ts';
import { useHolds } from '../../ui/roles.ts';
import { StateAndPlace } from '../../ui/StateAndPlace.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Row = Outputs['deliberations']['topics']['list']['rows'][number];
type After = NonNullable<Inputs['deliberations']['topics']['list']['after']>;

const route = getRouteApi('/inside/topics');
const states = Object.keys(topicWorkflow.states) as (keyof typeof topicWorkflow.states)[];

/** The topics of the person's places; those that wait for a session can be chosen for one. */
export function TopicsScreen() {
  const t = useText(deliberationsText).topics;
  const navigate = useNavigate();
  const nameOf = usePlaceNames();
  const mayMake = useHolds('host', 'county_office');
  const { state: asked, place } = route.useSearch();
  const filter = { state: states.find((one) => one === asked), divisionCode: place };
  const [picked, setPicked] = useState<readonly string[]>([]);
  const pages = usePages<Row, After>(api.deliberations.topics.list.queryKey(filter), (after) =>
    client.deliberations.topics.list.query({ ...filter, after }),
  );
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {picked.length > 0 && (
              <Link className="button button-primary" {...paths.newSession(picked)}>
                {t.schedule(picked.length)}
              </Link>
            )}
            {mayMake && (
              <Link className="button" {...paths.newTopic()}>
                {t.make}
              </Link>
            )}
          </>
        }
      />
      <StateAndPlace
        kind="topic"
        state={filter.state}
        place={place}
        onAsk={(next) => void navigate(paths.topics(next))}
      />
      <Listing<Row>
        caption={t.title}
        pages={pages}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          {
            title: t.topic,
            names: true,
            show: ({ id, title, number }) => (
              <>
                <Link {...paths.topic(id)}>{title}</Link>
                <div className="quiet small">{number}</div>
              </>
            ),
          },
          { title: t.issues, show: ({ issues }) => t.issueCount(issues) },
          { title: t.place, show: ({ townshipCode }) => nameOf(townshipCode) },
          { title: t.state, show: ({ state }) => <StateTag kind="topic" state={state} /> },
          { title: t.due, show: ({ closedAt, dueAt }) => <Due at={closedAt === null ? dueAt : null} /> },
          {
            title: t.pick,
            show: ({ id, title, state, may }) =>
              state === 'collected' &&
              may.schedule.allowed && (
                <Checkbox
                  aria-label={t.pickOne(title)}
                  checked={picked.includes(id)}
                  onChange={({ target }) =>
                    setPicked(target.checked ? [...picked, id] : picked.filter((one) => one !== id))
                  }
                />
              ),
          },
        ]}
      />
    </>
  );
}
