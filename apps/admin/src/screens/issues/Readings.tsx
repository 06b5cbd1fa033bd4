import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { ReadingList } from '../../ui/ReadingList.tsx';

/** The same list of readings that the resident sees with the receipt. */
export function Readings({ matterId }: { matterId: string }) {
  const t = useText(issuesText).readings;
  const { data: me } = useQuery(api.accounts.me.queryOptions());
  // A department works with its copy and is not told who else looked.
  const isOffice = me?.account?.grants.some(({ role }) => role !== 'department_clerk') ?? false;
  const { data } = useQuery({ ...api.matters.readings.queryOptions({ id: matterId }), enabled: isOffice });
  if (data === undefined) return null;
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      <p className="quiet small gap-below">{t.lead}</p>
      <ReadingList readings={data} />
    </section>
  );
}
