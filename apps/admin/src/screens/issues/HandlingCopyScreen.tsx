import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { withoutPersonal } from '@tongxin/core';
import { lengths } from '@tongxin/issues/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useText } from '@tongxin/web/locale';
import { Form } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { issuesText } from '../../text/issues.ts';
import { TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { PersonalParts } from '../../ui/PersonalParts.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import type { Issue } from './IssueScreen.tsx';
import { OwnWords } from './OwnWords.tsx';

type Copy = Omit<Inputs['issues']['saveHandlingCopy'], 'id'>;

const route = getRouteApi('/inside/issues/$id/handling-copy');

/** Writing what departments read, beside the resident's words; what may point to a person is marked while typing. */
export function HandlingCopyScreen() {
  const t = useText(issuesText).copy;
  const { id } = route.useParams();
  const query = useQuery(api.issues.get.queryOptions({ id }));
  return (
    <Shown query={query}>
      {(issue) => (
        <>
          <PageHead
            title={t.screen}
            lead={t.lead}
            above={
              <Link {...paths.issue(id)}>
                {t.back} · {issue.number}
              </Link>
            }
          />
          <Editor issue={issue} />
        </>
      )}
    </Shown>
  );
}

function Editor({ issue }: { issue: Issue }) {
  const t = useText(issuesText).copy;
  const navigate = useNavigate();
  const [form] = Form.useForm<Copy>();
  const [words, setWords] = useState<string>();
  return (
    <div className="two-columns">
      <section className="panel">
        <SendForm<Copy>
          form={form}
          initial={{ title: issue.handlingTitle ?? '', text: issue.handlingText ?? '' }}
          send={(copy) => client.issues.saveHandlingCopy.mutate({ id: issue.id, ...copy })}
          onSent={() => void navigate(paths.issue(issue.id))}
          label={t.save}
        >
          <TextField name="title" label={t.fieldTitle} hint={t.titleHint} max={lengths.handlingTitle} />
          <TextField name="text" label={t.fieldText} hint={t.textHint} rows={8} max={lengths.handlingText} />
          <Watched />
        </SendForm>
      </section>
      <div>
        <OwnWords id={issue.id} onOpened={setWords} />
        {words !== undefined && (
          <ActionButton onClick={() => form.setFieldValue('text', withoutPersonal(words))}>
            {t.draft}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

function Watched() {
  const title = Form.useWatch<string | undefined>('title');
  const text = Form.useWatch<string | undefined>('text');
  return <PersonalParts texts={[title, text]} />;
}
