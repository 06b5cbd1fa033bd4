import { cityZone, type Locale } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { fill, words } from '../messages.ts';
import { periodName, type Period } from '../rules/index.ts';

/** How a paper is printed: in which language, and whether it tells of invented people and matters. */
export type Printing = { locale: Locale; demo: boolean };

/** The title of a paper; a paper of the demo says so wherever its title goes, into the file's name too. */
export function titleOf(title: string, { locale, demo }: Printing): string {
  return demo ? fill(words.demoTitle[locale], { title }) : title;
}

export type Asked = { code: string; name: string; level: 'city' | 'county' | 'township' };

const officeKinds = { city: 'city_office', county: 'county_office', township: 'township_group' } as const;

/** The row under the title, and the line at the foot that says who made the paper. */
export async function paperFrame(
  ctx: Context,
  { division, period, asOf }: { division: Asked; period: Period; asOf: Temporal.Instant },
  { locale, demo }: Printing,
) {
  const office = await findOfficeOf(ctx, officeKinds[division.level], division.code);
  const name = ctx.actor.kind === 'account' ? ctx.actor.name : '';
  return {
    unit: fill(words.reportingUnit[locale], { unit: office?.name ?? division.name }),
    date: fill(words.periodAndMoment[locale], {
      period: periodName(period, locale),
      moment: momentName(asOf, locale),
    }),
    foot: [fill(words.madeBy[locale], { name }), ...(demo ? [words.demoNote[locale]] : [])],
    page: words.page[locale],
  };
}

/** 2026年11月21日15:00; 2026-11-21 15:00. In the city's zone. */
function momentName(instant: Temporal.Instant, locale: Locale): string {
  const at = instant.toZonedDateTimeISO(cityZone);
  const time = `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
  return {
    'zh-CN': `${at.year}年${at.month}月${at.day}日${time}`,
    en: `${at.toPlainDate().toString()} ${time}`,
  }[locale];
}
