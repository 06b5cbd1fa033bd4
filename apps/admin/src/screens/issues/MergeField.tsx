import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { PickField } from '../../ui/fields.tsx';
import { isFinal } from '../../ui/workflows.ts';

/** The open matters that another one can be merged into. */
export function MergeField({ except }: { except: string }) {
  const t = useText(issuesText);
  const { data } = useQuery(api.issues.list.queryOptions({}));
  const open = (data?.rows ?? []).filter(({ id, state }) => id !== except && !isFinal('issue', state));
  return (
    <PickField
      name="intoId"
      label={t.steps.mergeInto}
      options={open.map(({ id, number, handlingTitle }) => ({
        value: id,
        label: `${number} ${handlingTitle ?? t.inbox.noCopy}`,
      }))}
    />
  );
}
