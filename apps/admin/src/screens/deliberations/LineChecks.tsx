import { links } from '@tongxin/public/links';
import { useText } from '@tongxin/web/locale';
import { Checkbox, Form } from 'antd';
import { client, type Inputs } from '../../api.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { shellText } from '../../text/shell.ts';
import { DayField, PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { useDepartments } from '../../ui/units.ts';
import type { Desk, Line } from './LineScreen.tsx';

type Lines = Inputs['deliberations']['lines'];
type Without<Name extends keyof Lines> = Omit<Exclude<Lines[Name], void>, 'id'>;

/** What the offices do with a line: check the work, strike it off, give it to another unit or another day. */
export function LineChecks({ line, desk: { may, photos } }: { line: Line; desk: Desk }) {
  const t = useText(deliberationsText).line;
  const { id } = line;
  const units = useDepartments(may.reassign.allowed ? [line.countyCode, line.countyCode.slice(0, 4)] : []);
  const reason = <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />;
  const api = client.deliberations.lines;
  return (
    <>
      <MoveButton<Without<'verify'>>
        decision={may.verify}
        label={t.verify}
        lead={t.verifyLead}
        weight="primary"
        send={(entry) => api.verify.mutate({ id, ...entry })}
      >
        <PublicPhotos ids={photos.map((photo) => photo.id)} />
      </MoveButton>
      <MoveButton<Without<'sendBack'>>
        decision={may.send_back}
        label={t.sendBack}
        send={(entry) => api.sendBack.mutate({ id, ...entry })}
      >
        {reason}
      </MoveButton>
      <MoveButton
        decision={may.close}
        label={t.close}
        lead={t.closeLead}
        weight="primary"
        send={() => api.close.mutate({ id })}
      />
      <MoveButton<Without<'reassign'>>
        decision={may.reassign}
        label={t.reassign}
        send={({ dueOn, ...entry }) => api.reassign.mutate({ id, ...entry, ...(dueOn ? { dueOn } : {}) })}
      >
        <PickField name="unitId" label={t.newUnit} options={units} />
        <DayField name="dueOn" label={t.newDue} optional />
        {reason}
      </MoveButton>
      <MoveButton<Without<'extend'>>
        decision={may.extend}
        label={t.extend}
        send={(entry) => api.extend.mutate({ id, ...entry })}
      >
        <DayField name="dueOn" label={t.dueOn} />
        {reason}
      </MoveButton>
      <MoveButton<Without<'notAdopt'>>
        decision={may.not_adopt}
        label={t.notAdopt}
        weight="danger"
        send={(entry) => api.notAdopt.mutate({ id, ...entry })}
      >
        {reason}
      </MoveButton>
    </>
  );
}

/** Which of the report's photos everybody may see: only those that show no person. */
function PublicPhotos({ ids }: { ids: readonly string[] }) {
  const t = useText(deliberationsText).line;
  const shell = useText(shellText);
  if (ids.length === 0) return null;
  return (
    <Form.Item name="publicPhotoIds" label={t.publicPhotos} extra={t.publicPhotosHint}>
      <Checkbox.Group
        className="photo-choices"
        options={ids.map((id, at) => ({
          value: id,
          label: <img src={links.photo(id, 'small')} alt={shell.photos.number(at + 1)} />,
        }))}
      />
    </Form.Item>
  );
}
