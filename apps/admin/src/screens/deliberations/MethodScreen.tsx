import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  fixedSeatsLimit,
  stageNames,
  stages,
  type MethodStep,
  type Stage,
} from '@tongxin/deliberations/rules';
import { links } from '@tongxin/public/links';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Alert, Form, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { api, client, type Inputs, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { shellText } from '../../text/shell.ts';
import { TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useHolds } from '../../ui/roles.ts';
import { SendForm } from '../../ui/SendForm.tsx';
import { useCommittees } from '../members/committees.ts';

type Method = NonNullable<Outputs['deliberations']['methods']['get']>;
type Placed = Inputs['deliberations']['methods']['save']['steps'];
type Entry = { brand: string; lead: string; fixedSeats: string[]; steps: MethodStep[] };

const route = getRouteApi('/inside/method');

/** How a committee talks things over: under which name it invites, who always has a seat, what the steps are called. */
export function MethodScreen() {
  const t = useText(deliberationsText).method;
  const shell = useText(shellText);
  const navigate = useNavigate();
  const ofCity = useHolds('city_office');
  const ofCounty = useHolds('county_office');
  const committees = useCommittees().filter(({ value }) => (value.length === 4 ? ofCity : ofCounty));
  const { place } = route.useSearch();
  const divisionCode = place ?? committees[0]?.value;
  const wanted = { divisionCode: divisionCode ?? '' };
  const history = useQuery({
    ...api.deliberations.methods.history.queryOptions(wanted),
    enabled: divisionCode !== undefined,
    // What somebody is typing is not replaced by what was saved before.
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <PageHead title={t.title} above={<Link {...paths.sessions()}>{t.back}</Link>} lead={t.lead} />
      {committees.length > 1 && (
        <div className="filters">
          <label>
            {shell.place}
            <Select
              value={divisionCode}
              options={committees}
              onChange={(next) => void navigate(paths.method(next))}
              popupMatchSelectWidth={false}
            />
          </label>
        </div>
      )}
      {divisionCode !== undefined && history.data !== undefined && (
        <>
          <MethodForm
            key={`${divisionCode} ${history.data.length}`}
            divisionCode={divisionCode}
            now={history.data[0]}
          />
          <Versions divisionCode={divisionCode} versions={history.data} />
        </>
      )}
    </>
  );
}

function MethodForm({ divisionCode, now }: { divisionCode: string; now: Method | undefined }) {
  const t = useText(deliberationsText).method;
  const { locale } = useLocale();
  const [form] = Form.useForm<Entry>();
  const [saved, setSaved] = useState(false);
  const usual = stages.map((stage) => ({ stage, name: stageNames[stage]['zh-CN'] }));
  return (
    <section className="panel form">
      {now === undefined && <Alert className="gap-below" type="info" showIcon title={t.none} />}
      {saved && <Alert className="gap-below" type="success" showIcon title={t.saved} />}
      <SendForm<Entry>
        form={form}
        initial={{
          brand: now?.brand,
          lead: now?.lead,
          fixedSeats: now?.fixedSeats ?? [...t.usualSeats],
          steps: now?.steps ?? usual,
        }}
        send={({ brand, lead, fixedSeats }) =>
          client.deliberations.methods.save.mutate({
            divisionCode,
            after: now?.version ?? 0,
            ...{ brand, lead, fixedSeats },
            // The stage of a row is no field of its own, so it is not among what the form hands over.
            steps: placed(form.getFieldValue('steps') as readonly MethodStep[]),
          })
        }
        onSent={() => setSaved(true)}
        label={t.save}
      >
        <TextField name="brand" label={t.brand} hint={t.brandHint} max={30} />
        <TextField name="lead" label={t.brandLead} rows={2} max={200} />
        <Form.Item name="fixedSeats" label={t.fixedSeats} extra={t.fixedSeatsHint}>
          <Select mode="tags" maxCount={fixedSeatsLimit} open={false} suffixIcon={null} />
        </Form.Item>
        <fieldset className="rows-of-fields">
          <legend>{t.steps}</legend>
          <p className="quiet small">{t.stepsHint}</p>
          <Form.List name="steps">
            {(fields, { move }) =>
              fields.map(({ key, name }, at) => (
                <div key={key} className="field-row">
                  <TextField
                    name={[name, 'name']}
                    label={t.stepNo(at + 1, stageNames[stageAt(form, name)][locale])}
                    max={12}
                  />
                  {at > 0 && <ActionButton onClick={() => move(at, at - 1)}>{t.earlier}</ActionButton>}
                </div>
              ))
            }
          </Form.List>
        </fieldset>
      </SendForm>
    </section>
  );
}

/** The rows as they travel: each stage with its name and its place. */
const placed = (steps: readonly MethodStep[]) =>
  Object.fromEntries(steps.map(({ stage, name }, at) => [stage, { name, place: at + 1 }])) as Placed;

/** The stage of a row wherever it has been moved to. */
function stageAt(form: FormInstance<Entry>, row: number): Stage {
  const steps = form.getFieldValue('steps') as readonly MethodStep[] | undefined;
  return steps?.[row]?.stage ?? stages[row]!;
}

/** What held before, newest first; sessions keep the version that they were announced under. */
function Versions({ divisionCode, versions }: { divisionCode: string; versions: readonly Method[] }) {
  const t = useText(deliberationsText).method;
  const { locale } = useLocale();
  if (versions.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t.versions}</h2>
      <p>
        <a href={links.brand(divisionCode)} target="_blank" rel="noreferrer">
          {t.publicPage}
        </a>
      </p>
      <ol className="trail" reversed>
        {versions.map(({ version, brand, savedAt, fixedSeats }) => (
          <li key={version}>
            <span className="trail-when">{momentText(savedAt, locale)}</span>
            <strong>{brand}</strong>
            <p className="quiet small">{fixedSeats.join('、')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
