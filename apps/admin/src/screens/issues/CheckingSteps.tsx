import { lengths } from '@tongxin/issues/rules';
import { useText } from '@tongxin/web/locale';
import { client, type Inputs } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PersonalParts } from '../../ui/PersonalParts.tsx';
import type { Issue } from './IssueScreen.tsx';

type WithReason = { reason: string };

/** After the answer: checking it, striking the matter off, the county's second look, publishing. */
export function CheckingSteps({ issue }: { issue: Issue }) {
  const t = useText(issuesText).steps;
  const { id, may } = issue;
  const reason = (
    <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={lengths.reason} />
  );
  return (
    <>
      <MoveButton
        decision={may.verify}
        label={t.verify}
        lead={t.verifyLead}
        weight="primary"
        send={() => client.issues.verify.mutate({ id })}
      />
      <MoveButton<WithReason>
        decision={may.return_reply}
        label={t.returnReply}
        send={(entry) => client.issues.returnReply.mutate({ id, ...entry })}
      >
        {reason}
      </MoveButton>
      <MoveButton
        decision={may.close}
        label={t.close}
        lead={t.closeLead}
        weight="primary"
        send={() => client.issues.close.mutate({ id })}
      />
      <MoveButton<WithReason>
        decision={may.uphold}
        label={t.uphold}
        send={(entry) => client.issues.uphold.mutate({ id, ...entry })}
      >
        {reason}
      </MoveButton>
      <MoveButton<WithReason>
        decision={may.overturn}
        label={t.overturn}
        send={(entry) => client.issues.overturn.mutate({ id, ...entry })}
      >
        {reason}
      </MoveButton>
      <MoveButton<Omit<Inputs['issues']['publish'], 'id'>>
        decision={may.publish}
        label={t.publish}
        lead={t.publishLead}
        send={({ changeReason, ...entry }) =>
          client.issues.publish.mutate({ id, ...entry, ...(changeReason ? { changeReason } : {}) })
        }
      >
        <PersonalParts texts={[issue.handlingTitle ?? '', issue.handlingText ?? '', issue.replyText ?? '']} />
        <TextField name="changeReason" label={t.changeReason} rows={2} max={lengths.reason} optional />
      </MoveButton>
    </>
  );
}
