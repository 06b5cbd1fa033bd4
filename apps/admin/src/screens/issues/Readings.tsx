import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import { api } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { ReadingList } from '../../ui/ReadingList.tsx';
import { useHolds } from '../../ui/roles.ts';

/** The same list of readings that the resident sees with the receipt. */
export function Readings({ matterId }: { matterId: string }) {
  const t = useText(issuesText).readings;
  // A department works with its copy and is not told who else looked.
  const isOffice = useHolds('host', 'county_office', 'city_office', 'auditor');
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
