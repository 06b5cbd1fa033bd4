import {
  contactSeenBy,
  emergencyFirst,
  findEmergency,
  hotlineNames,
  lengths,
  wordsSeenBy,
} from '@tongxin/issues/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { clockText } from '@tongxin/web/moments';
import type { Draft, IntakeFields } from '../../offline/draft.ts';
import { changedHere } from '../../offline/here.ts';
import { useOnline } from '../../offline/online.ts';
import { sendWaiting } from '../../offline/outbox.ts';
import { pack, type Parcel } from '../../offline/parcel.ts';
import { find, move } from '../../offline/store.ts';
import { paths } from '../../paths.ts';
import { intakeText } from '../../text/intake.ts';
import { AreaField, TextField, TickField } from '../../ui/fields.tsx';
import { Go, useGo } from '../../ui/Go.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { checkDraft, formMessages } from './check-draft.ts';
import { PlaceField } from './PlaceField.tsx';
import { rememberPlace } from './places.ts';
import { useDraft } from './use-draft.ts';

/** Whoever presses send with a network sees the receipt at once; after so long it comes into the list instead. */
const patience = 8000;

/** Writing down what a resident tells, with or without a network. */
export function IntakeFormScreen({ id }: { id: string }) {
  const t = useText(intakeText).form;
  const go = useGo();
  const online = useOnline();
  const { draft, change, kept, letGo } = useDraft(id);
  const head = <PageHead title={t.title} back={<Go {...paths.writeDown()}>{t.back}</Go>} />;
  if (draft === undefined) return <Waiting />;
  if (draft === null) {
    return (
      <>
        {head}
        <p className="empty">{t.gone}</p>
      </>
    );
  }
  return (
    <>
      {head}
      <SendForm<Parcel | undefined>
        send={async () => {
          const { place } = checkDraft(draft);
          letGo();
          return dispatch(draft, place);
        }}
        onSent={(parcel) =>
          go(parcel?.state === 'arrived' ? paths.slip(id) : paths.writeDown(), { replace: true })
        }
        label={online ? t.send : t.sendLater}
        messages={formMessages}
        staysInReach
        beside={<KeptNote kept={kept} />}
      >
        <Fields fields={draft.fields} change={change} />
      </SendForm>
    </>
  );
}

/** Puts it among what waits, on the disk first, and sends it if that can be. Answers what became of it so far. */
async function dispatch(draft: Draft, place: Parcel['place']): Promise<Parcel | undefined> {
  const parcel = pack(draft, place, Temporal.Now.instant().toString());
  await move({ room: 'drafts', key: draft.id }, 'parcels', () => parcel);
  await rememberPlace(place).catch(() => undefined);
  changedHere();
  const sending = sendWaiting().catch(() => undefined);
  await Promise.race([sending, new Promise((soon) => setTimeout(soon, patience))]);
  return find('parcels', draft.id);
}

function KeptNote({ kept }: { kept: ReturnType<typeof useDraft>['kept'] }) {
  const t = useText(intakeText).form;
  return (
    <span role="status" className={kept === 'not' ? 'wrong' : 'quiet'}>
      {kept === 'not' && t.notSaved}
      {kept !== null && kept !== 'not' && t.saved(clockText(kept.at))}
    </span>
  );
}

function Fields({ fields, change }: { fields: IntakeFields; change: (part: Partial<IntakeFields>) => void }) {
  const t = useText(intakeText).form;
  const { locale } = useLocale();
  const { contact } = fields;
  const changeContact = (part: Partial<IntakeFields['contact']>) =>
    change({ contact: { ...contact, ...part } });
  return (
    <>
      <AreaField
        name="words"
        label={t.words}
        hint={t.wordsHint}
        max={lengths.words.max}
        value={fields.words}
        onType={(words) => change({ words })}
      />
      <Urgent words={fields.words} />
      <PlaceField value={fields.place} onChoose={(place) => change({ place })} />
      <TextField
        name="placeWords"
        label={t.placeWords}
        hint={t.placeHint}
        optional
        autoComplete="off"
        value={fields.placeWords}
        onType={(placeWords) => change({ placeWords })}
      />
      <fieldset>
        <legend>{t.contactTitle}</legend>
        <p className="hint">{t.contactLead}</p>
        <TextField
          name="contact.name"
          label={t.name}
          autoComplete="off"
          value={contact.name}
          onType={(name) => changeContact({ name })}
        />
        <TextField
          name="contact.phone"
          label={t.phone}
          type="tel"
          autoComplete="off"
          value={contact.phone}
          onType={(phone) => changeContact({ phone })}
        />
        <TextField
          name="contact.address"
          label={t.address}
          autoComplete="off"
          value={contact.address}
          onType={(address) => changeContact({ address })}
        />
      </fieldset>
      <h2>{t.readTitle}</h2>
      <blockquote>
        {wordsSeenBy[locale]} {contactSeenBy[locale]}
      </blockquote>
      <TickField name="readOut" checked={fields.readOut} onTick={(readOut) => change({ readOut })}>
        {t.read}
      </TickField>
    </>
  );
}

/** The lines to call first, when the words sound like it. */
function Urgent({ words }: { words: string }) {
  const { locale } = useLocale();
  const lines = findEmergency(words);
  return (
    <div role="status">
      {lines.length > 0 && (
        <div className="note note-late">
          <p>{emergencyFirst[locale]}</p>
          {lines.map((line) => (
            <p key={line}>
              <a className="button" href={`tel:${line}`}>
                {line}
              </a>{' '}
              {hotlineNames[line][locale]}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
