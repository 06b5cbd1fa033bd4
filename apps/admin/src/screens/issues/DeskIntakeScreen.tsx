import { useQuery } from '@tanstack/react-query';
import { newId } from '@tongxin/core';
import {
  channelNames,
  contactSeenBy,
  emergencyFirst,
  findEmergency,
  hotlineNames,
  lengths,
  wordsSeenBy,
} from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Alert, Form } from 'antd';
import { useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { ChoiceField, PickField, TextField, TickField, type Option } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { PhotoField } from '../../ui/PhotoField.tsx';
import { useMyWidestPlaces } from '../../ui/places.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { Slip } from './Slip.tsx';

type Entry = {
  channel: 'desk' | 'phone' | 'paper';
  divisionCode: string;
  words: string;
  placeWords?: string;
  photoIds?: string[];
  contact?: { name?: string; phone?: string; address?: string };
  read: boolean;
};

type Submitted = Outputs['issues']['submitAssisted'];

/** Writing down what somebody says at the desk or on the telephone, and printing their receipt. */
export function DeskIntakeScreen() {
  const t = useText(issuesText).desk;
  // One key per form: sent twice, it is still one matter.
  const [key, setKey] = useState(newId);
  const [slip, setSlip] = useState<Submitted>();
  const mine = useMyWidestPlaces();
  // Whoever looks after one village need not look for it.
  const here = mine.length === 1 && mine[0]!.value.length === 12 ? mine[0] : undefined;
  if (slip !== undefined) {
    return (
      <Slip
        submitted={slip}
        onAnother={() => {
          setKey(newId);
          setSlip(undefined);
        }}
      />
    );
  }
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <section className="panel narrow">
        <SendForm<Entry, Submitted>
          key={key}
          initial={{ channel: 'desk', ...(here && { divisionCode: here.value }) }}
          send={({ channel, divisionCode, words, placeWords, photoIds, contact }) =>
            client.issues.submitAssisted.mutate({
              key,
              channel,
              divisionCode,
              words,
              placeWords,
              photoIds,
              contact,
            })
          }
          onSent={setSlip}
          label={t.send}
        >
          <Fields known={here && [here]} />
        </SendForm>
      </section>
    </>
  );
}

function Fields({ known }: { known: readonly Option[] | undefined }) {
  const texts = useText(issuesText);
  const t = texts.desk;
  const { locale } = useLocale();
  return (
    <>
      <ChoiceField
        name="channel"
        label={t.channel}
        options={(['desk', 'phone', 'paper'] as const).map((value) => ({
          value,
          label: channelNames[value][locale],
        }))}
      />
      <VillageField label={t.division} hint={t.divisionHint} known={known} />
      <TextField name="words" label={t.words} hint={t.wordsHint} rows={5} max={lengths.words.max} />
      <Urgent />
      <TextField
        name="placeWords"
        label={t.placeWords}
        hint={t.placeHint}
        max={lengths.placeWords}
        optional
      />
      <Form.Item name="photoIds" label={t.photos}>
        <PhotoField />
      </Form.Item>
      <fieldset>
        <legend>{t.contactTitle}</legend>
        <TextField
          name={['contact', 'name']}
          label={t.name}
          max={lengths.contactName}
          optional
          autoComplete="off"
        />
        <TextField name={['contact', 'phone']} label={t.phone} type="tel" optional autoComplete="off" />
        <TextField
          name={['contact', 'address']}
          label={t.address}
          max={lengths.contactAddress}
          optional
          autoComplete="off"
        />
      </fieldset>
      <blockquote className="read-aloud">
        {wordsSeenBy[locale]} {contactSeenBy[locale]}
      </blockquote>
      <TickField name="read" mustBe={t.readMust}>
        {t.read}
      </TickField>
    </>
  );
}

type VillageProps = { label: string; hint?: string; known?: readonly Option[] | undefined };

/** A village or township, found by typing; `known` are offered before anything is typed. */
export function VillageField({ label, hint, known = [] }: VillageProps) {
  const [text, setText] = useState('');
  const found = useQuery({ ...api.divisions.find.queryOptions({ text }), enabled: text.trim() !== '' });
  return (
    <PickField
      name="divisionCode"
      label={label}
      hint={hint}
      onSearch={setText}
      isLoading={found.isFetching}
      options={found.data === undefined ? known : found.data.map(placeOption)}
    />
  );
}

const placeOption = ({ code, name, townshipName, countyName }: Outputs['divisions']['find'][number]) => ({
  value: code,
  label: [countyName, townshipName, name].filter((part) => part !== null).join(' '),
});

/** The lines to call first, when the words sound like it. */
export function Urgent() {
  const { locale } = useLocale();
  const lines = findEmergency(Form.useWatch<string | undefined>('words') ?? '');
  if (lines.length === 0) return null;
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={emergencyFirst[locale]}
      description={lines.map((line) => (
        <div key={line}>
          <strong>{line}</strong> {hotlineNames[line][locale]}
        </div>
      ))}
    />
  );
}
