import { useText } from '@tongxin/web/locale';
import { Form, Select } from 'antd';
import { platformsText } from '../../text/platforms.ts';
import { CountField, TextField, TickField } from '../../ui/fields.tsx';
import { PhotoField, Photos } from '../../ui/PhotoField.tsx';
import { hoursOf, type HoursEntry } from './hours-form.ts';
import { HoursField } from './HoursField.tsx';

/** What is typed about a site besides its place, its host and its plaques. */
export type DetailEntry = {
  name: string;
  address: string;
  seats: number;
  hours?: HoursEntry;
  hoursNote?: string | null;
  services?: string[];
  leadPost?: string | null;
  authorityDocument?: string | null;
  rules?: string | null;
  newPhotos?: string[];
  dropPhoto?: boolean;
};

/** The entry as it is sent; `photoId` is the photo that hangs now. */
export function sentDetails(entry: DetailEntry, photoId: string | null = null) {
  const { name, address, seats, hours = {}, newPhotos = [], dropPhoto = false } = entry;
  return {
    ...{ name, address, seats },
    hours: hoursOf(hours),
    hoursNote: entry.hoursNote ?? null,
    services: entry.services ?? [],
    leadPost: entry.leadPost ?? null,
    authorityDocument: entry.authorityDocument ?? null,
    rules: entry.rules ?? null,
    photoId: newPhotos[0] ?? (dropPhoto ? null : photoId),
  };
}

export function DetailFields({ photoId = null }: { photoId?: string | null }) {
  const t = useText(platformsText).form;
  return (
    <>
      <TextField name="name" label={t.name} max={60} />
      <TextField name="address" label={t.address} hint={t.addressHint} max={120} />
      <CountField name="seats" label={t.seats} hint={t.seatsHint} max={2000} />
      <HoursField />
      <Form.Item name="services" label={t.services} extra={t.servicesHint}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={12} />
      </Form.Item>
      <TextField name="leadPost" label={t.leadPost} hint={t.leadPostHint} optional max={60} />
      <TextField name="authorityDocument" label={t.authorityDocument} optional max={120} />
      <TextField name="rules" label={t.rules} optional rows={4} max={4000} />
      {photoId !== null && (
        <>
          <p>{t.keepPhoto}</p>
          <Photos ids={[photoId]} />
          <TickField name="dropPhoto">{t.dropPhoto}</TickField>
        </>
      )}
      <Form.Item name="newPhotos" label={t.photo} extra={t.photoHint}>
        <PhotoField most={1} />
      </Form.Item>
    </>
  );
}
