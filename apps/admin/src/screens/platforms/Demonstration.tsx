import { useQuery } from '@tanstack/react-query';
import { demonstrationStateNames } from '@tongxin/platforms/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { api, client } from '../../api.ts';
import { platformsText } from '../../text/platforms.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PickField, TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import type { Desk } from './PlatformScreen.tsx';

type Paper = Desk['demonstrations'][number];
type Four = { sponsor?: string; guarantorId?: string; taskForce?: string; plan?: string };
type WithReason = { reason: string };

/** Whether the site is an example for others, since when, and who answers for it. */
export function Demonstration({ site }: { site: Desk }) {
  const t = useText(platformsText).one;
  const { id, may, demonstrations } = site;
  return (
    <section className="panel">
      <h2>{t.demonstration}</h2>
      {demonstrations.length === 0 && <p>{t.noDemonstration}</p>}
      {demonstrations.map((paper) => (
        <PaperOf key={paper.id} paper={paper} site={site} />
      ))}
      {may.nominate.allowed && (
        <MoveButton<Four & WithReason>
          label={t.nominate}
          lead={t.nominateLead}
          send={(entry) => client.platforms.nominate.mutate({ id, ...sent(entry), reason: entry.reason })}
        >
          <FourFields site={site} />
          <TextField name="reason" label={t.reason} rows={2} max={200} />
        </MoveButton>
      )}
    </section>
  );
}

const sent = ({ sponsor, guarantorId, taskForce, plan }: Four) => ({
  sponsor: sponsor ?? null,
  guarantorId: guarantorId ?? null,
  taskForce: taskForce ?? null,
  plan: plan ?? null,
});

function PaperOf({ paper, site }: { paper: Paper; site: Desk }) {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  const { id: demonstrationId, state, may, missing } = paper;
  const day = (value: string | null) => (value === null ? null : dayText(value, locale));
  const lacking = new Intl.ListFormat(locale).format(missing.map((part) => t.parts[part]));
  return (
    <div className="gap-below">
      <p>
        <strong>{demonstrationStateNames[state][locale]}</strong>
      </p>
      {state === 'nominated' && missing.length > 0 && <p>{t.missing(lacking)}</p>}
      <Facts
        facts={[
          [t.sponsor, paper.sponsor],
          [t.guarantor, paper.guarantor],
          [t.taskForce, paper.taskForce],
          [t.plan, paper.plan === null ? null : <span className="words">{paper.plan}</span>],
          [t.nominatedOn, day(paper.nominatedOn)],
          [t.activeOn, day(paper.activeOn)],
          [t.reviewedOn, day(paper.reviewedOn)],
          [t.reviewDueOn, state === 'removed' ? null : day(paper.reviewDueOn)],
          [t.why, paper.reviewReason],
        ]}
      />
      <div className="steps">
        {may.save.allowed && (
          <MoveButton<Four>
            label={t.fill}
            initial={initialOf(paper)}
            send={(entry) => client.platforms.saveDemonstration.mutate({ demonstrationId, ...sent(entry) })}
          >
            <FourFields site={site} />
          </MoveButton>
        )}
        {may.activate.allowed && (
          <MoveButton
            label={t.activate}
            weight="primary"
            send={() => client.platforms.activateDemonstration.mutate({ demonstrationId })}
          />
        )}
        {may.review.allowed &&
          (['kept', 'removed'] as const).map((outcome) => (
            <MoveButton<WithReason>
              key={outcome}
              label={outcome === 'kept' ? t.keep : t.drop}
              weight={outcome === 'kept' ? 'plain' : 'danger'}
              send={({ reason }) =>
                client.platforms.reviewDemonstration.mutate({ demonstrationId, outcome, reason })
              }
            >
              <TextField name="reason" label={t.reason} rows={2} max={200} />
            </MoveButton>
          ))}
      </div>
    </div>
  );
}

const initialOf = ({ sponsor, guarantorId, taskForce, plan }: Paper): Four => ({
  sponsor: sponsor ?? undefined,
  guarantorId: guarantorId ?? undefined,
  taskForce: taskForce ?? undefined,
  plan: plan ?? undefined,
});

/** What a demonstration site needs; the guarantor is a body of the CPPCC of the city or the site's county. */
function FourFields({ site }: { site: Desk }) {
  const t = useText(platformsText).one;
  const city = useQuery(api.organisations.list.queryOptions({ divisionCode: site.cityCode }));
  const county = useQuery({
    ...api.organisations.list.queryOptions({ divisionCode: site.countyCode ?? '' }),
    enabled: site.countyCode !== null,
  });
  const bodies = [...(city.data ?? []), ...(county.data ?? [])].filter(({ kind }) => kind !== 'department');
  return (
    <>
      <TextField name="sponsor" label={t.sponsor} optional max={60} />
      <PickField
        name="guarantorId"
        label={t.guarantor}
        optional
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="taskForce" label={t.taskForce} optional max={120} />
      <TextField name="plan" label={t.plan} optional rows={3} max={2000} />
    </>
  );
}
