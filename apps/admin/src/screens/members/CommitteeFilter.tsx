import { useText } from '@tongxin/web/locale';
import { Select } from 'antd';
import { membersText } from '../../text/members.ts';
import { useCommittees } from './committees.ts';

type Props = { value: string | undefined; onChange: (next: string | undefined) => void; all?: boolean };

/** Whose members are looked at; nothing to choose for an office that has one committee. */
export function CommitteeFilter({ value, onChange, all = false }: Props) {
  const t = useText(membersText);
  const committees = useCommittees();
  if (committees.length < 2) return null;
  return (
    <div className="filters">
      <label>
        {t.committee}
        <Select
          value={value ?? (all ? '' : committees[0]!.value)}
          options={[...(all ? [{ value: '', label: t.anyCommittee }] : []), ...committees]}
          onChange={(next) => onChange(next || undefined)}
        />
      </label>
    </div>
  );
}
