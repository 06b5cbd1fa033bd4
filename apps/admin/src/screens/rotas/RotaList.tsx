import { useQuery } from '@tanstack/react-query';
import { nthNames } from '@tongxin/rotas/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { civilDay, type Locale } from '@tongxin/core';
import { api, client, type Outputs } from '../../api.ts';
import { rotasText } from '../../text/rotas.ts';
import { TextField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { useHolds } from '../../ui/roles.ts';

type Rota = Outputs['rotas']['ofSite'][number];

/** The rotas of a site: which are public, and what the host does with them. */
export function RotaList({ siteId }: { siteId: string }) {
  const texts = useText(rotasText);
  const { locale } = useLocale();
  const mayPlan = useHolds('host', 'county_office', 'city_office');
  const { data: all = [] } = useQuery(api.rotas.ofSite.queryOptions({ platformId: siteId }));
  if (all.length === 0) return null;
  const t = texts.rotas;
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      <ul className="plain">
        {all.map((rota) => (
          <li key={rota.id}>
            <span>
              {patternText(rota, texts, locale)} {t.hours(rota.startTime, rota.endTime)}{' '}
              <span className="quiet">
                {dayText(rota.fromOn, locale)}–{dayText(rota.untilOn, locale)} · {t.perTurn(rota.perTurn)} ·{' '}
                {rota.publishedAt === null ? t.draft : t.since}
              </span>
            </span>
            {mayPlan && <Steps rota={rota} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ rota: { id, publishedAt, untilOn } }: { rota: Rota }) {
  const t = useText(rotasText).rotas;
  // A turn that a holiday moved may lie a few days after the last one.
  if (isOver(untilOn)) return null;
  return (
    <span className="steps">
      {publishedAt === null && (
        <MoveButton
          label={t.publish}
          weight="primary"
          lead={t.publishLead}
          send={() => client.rotas.publish.mutate({ id })}
        />
      )}
      <MoveButton<{ reason: string }>
        label={t.end}
        weight="danger"
        lead={t.endLead}
        send={(entry) => client.rotas.end.mutate({ id, ...entry })}
      >
        <TextField name="reason" label={t.reason} hint={t.reasonHint} rows={3} max={500} />
      </MoveButton>
    </span>
  );
}

const isOver = (untilOn: string) =>
  Temporal.PlainDate.compare(
    Temporal.PlainDate.from(untilOn).add({ days: 14 }),
    civilDay(Temporal.Now.instant()),
  ) < 0;

type Texts = (typeof rotasText)['zh-CN'];

/** A pattern in words: every Wednesday; on day 10, 20 of the month; first Thursday of the month. */
function patternText({ pattern }: Rota, { rotas: t, board }: Texts, locale: Locale): string {
  const weekday = (number: number) => board.weekdays[number - 1] ?? '';
  const comma = locale === 'en' ? ', ' : '、';
  if (pattern.kind === 'weekdays') {
    return t.weekly(
      pattern.weekdays
        .toSorted((a, b) => a - b)
        .map(weekday)
        .join(comma),
    );
  }
  if (pattern.kind === 'days_of_month') {
    return t.monthly(pattern.days.toSorted((a, b) => a - b).join(comma));
  }
  return t.nth(nthNames[String(pattern.nth) as keyof typeof nthNames][locale], weekday(pattern.weekday));
}
