import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { Alert } from 'antd';
import { useState } from 'react';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { AttendanceForm } from './AttendanceForm.tsx';
import { MinutesForm } from './MinutesForm.tsx';
import { PublishForm } from './PublishForm.tsx';
import type { Session } from './SessionScreen.tsx';

const route = getRouteApi('/inside/sessions/$id/afterwards');

/** After the session in three steps: who came, what was said, what was agreed and who does it. */
export function AfterSessionScreen() {
  const t = useText(deliberationsText).after;
  const { id } = route.useParams();
  const query = useQuery(api.deliberations.sessions.get.queryOptions({ id }));
  return (
    <>
      <PageHead title={t.title} above={<Link {...paths.session(id)}>{t.back}</Link>} />
      <Shown query={query}>{(session) => <Steps session={session} />}</Shown>
    </>
  );
}

function Steps({ session }: { session: Session }) {
  const t = useText(deliberationsText).after;
  const navigate = useNavigate();
  const [unsaved, setUnsaved] = useState(false);
  const draft = useQuery({
    ...api.deliberations.sessions.draft.queryOptions({ id: session.id }),
    // What somebody is typing is not replaced by what was saved before.
    refetchOnWindowFocus: false,
  });
  if (session.state === 'noticed') {
    const hasBegun = Temporal.Instant.compare(Temporal.Now.instant(), session.startsAt) >= 0;
    return hasBegun ? <AttendanceForm session={session} /> : <p className="empty">{t.notYet}</p>;
  }
  if (session.state !== 'held') return <p className="empty">{t.over}</p>;
  if (draft.isPending) return null;
  return (
    <>
      <Alert className="gap-below" type="success" showIcon title={t.held} />
      <MinutesForm sessionId={session.id} draft={draft.data ?? null} onUnsaved={setUnsaved} />
      {draft.data && (
        <PublishForm
          session={session}
          draft={draft.data}
          isStale={unsaved}
          onPublished={() => void navigate(paths.session(session.id))}
        />
      )}
    </>
  );
}
