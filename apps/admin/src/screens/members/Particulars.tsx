import { useQuery } from '@tanstack/react-query';
import type { Decision } from '@tongxin/core';
import { partyAffiliations, partyNames, sexes, sexNames } from '@tongxin/members/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Form, InputNumber } from 'antd';
import { api, client, type Inputs } from '../../api.ts';
import { membersText } from '../../text/members.ts';
import { ChoiceField, PickField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { orNull } from './fields.tsx';

type Entry = Partial<Omit<Inputs['members']['saveParticulars'], 'memberId'>>;

/** What is restricted about a member. Asked for only by whoever may read it. */
export function Particulars({ memberId, may }: { memberId: string; may: Decision }) {
  const t = useText(membersText).particulars;
  const { locale } = useLocale();
  const { data: kept } = useQuery(api.members.particulars.queryOptions({ id: memberId }));
  const choices = <Word extends string>(
    words: readonly Word[],
    names: Record<Word, Record<string, string>>,
  ) => words.map((word) => ({ value: word, label: names[word][locale]! }));
  const initial: Entry = kept ?? {};
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.title}</h2>
        {may.allowed && kept !== undefined && (
          <MoveButton<Entry>
            label={t.edit}
            lead={t.lead}
            initial={initial}
            send={({ sex, birthYear, partyAffiliation }) =>
              client.members.saveParticulars.mutate({
                memberId,
                sex: orNull(sex),
                birthYear: orNull(birthYear),
                partyAffiliation: orNull(partyAffiliation),
              })
            }
          >
            <ChoiceField name="sex" label={t.sex} options={choices(sexes, sexNames)} optional />
            <Form.Item name="birthYear" label={t.birthYear}>
              <InputNumber min={1900} max={2100} precision={0} inputMode="numeric" />
            </Form.Item>
            <PickField
              name="partyAffiliation"
              label={t.party}
              options={choices(partyAffiliations, partyNames)}
              optional
            />
          </MoveButton>
        )}
      </div>
      <p className="quiet">{t.lead}</p>
      {kept === null && <p>{t.empty}</p>}
      {kept && (
        <Facts
          facts={[
            [t.sex, kept.sex && sexNames[kept.sex][locale]],
            [t.birthYear, kept.birthYear],
            [t.party, kept.partyAffiliation && partyNames[kept.partyAffiliation][locale]],
          ]}
        />
      )}
    </section>
  );
}
