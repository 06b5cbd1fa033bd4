import { civilDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { SiteRole } from '@tongxin/platforms/rules';
import { checksOf, sixHaves, type Registered, type SiteRecords, type SixHave } from '../rules/index.ts';
import { atOneMoment } from './moment.ts';
import { countRecords, daysOf } from './site-records.ts';
import { deskSite } from './site.ts';

/** One of the six, judged; with the number and the days of its list where a log decides. */
type Judged = {
  item: SixHave;
  has: boolean;
  log: { records: SiteRecords; from: Temporal.PlainDate; until: Temporal.PlainDate; number: number } | null;
};

/**
 * The six of the standard for each plaque of a site, judged from what is registered and from its logs up to now; what
 * lacks is `has: false`. For the site's keepers and auditors. Refuses: platforms.not_found.
 */
export async function siteStandard(ctx: Context, { id }: { id: string }) {
  return atOneMoment(ctx, async (tx, inside) => {
    const site = await deskSite(inside, id);
    const today = civilDay(ctx.now());
    const roles = site.roles.map(({ role }) => role);
    const asked = Object.fromEntries(
      roles.flatMap((role) =>
        sixHaves.flatMap((item) => {
          const check = checksOf(role)[item];
          if (!('records' in check)) return [];
          const from = today.subtract({ months: check.months });
          return [
            [
              `${role} ${item}`,
              {
                records: check.records,
                ...daysOf(ctx, from, today),
                days: { from, until: today },
              },
            ],
          ];
        }),
      ),
    );
    const counts = await countRecords(tx, id, asked);
    const registered: Registered = { ...site, openings: site.hours.week.length };
    const judge = (role: SiteRole, item: SixHave): Judged => {
      const check = checksOf(role)[item];
      if ('registered' in check) return { item, has: check.registered(registered), log: null };
      const key = `${role} ${item}`;
      const number = counts[key] ?? 0;
      return { item, has: number > 0, log: { records: check.records, ...asked[key]!.days, number } };
    };
    return {
      roles: roles.map((role) => ({ role, items: sixHaves.map((item) => judge(role, item)) })),
    };
  });
}
