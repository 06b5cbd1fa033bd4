import { system, type AccountActor } from '@tongxin/core';
import { openMunicipality, type Context } from '@tongxin/db';
import { countSessions, listSessions, nextSessionsNear } from '@tongxin/deliberations/queries';
import { countSettled, getIssue, listIssues, listSettled } from '@tongxin/issues/queries';
import { listOpenItems } from '@tongxin/matters/queries';
import { openNumber, reportTable } from '@tongxin/reports/queries';
import type { PoolClient } from 'pg';
import { asOwner, type Aim } from './fill.ts';
import { period } from './operations.ts';
import { readerGrants } from './towns.ts';

/** How many pages of the database one question touches, and whether a table was read from end to end for it. */
export type PagesRead = { name: string; pages: number; whole: string[] };

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
};

/** Small tables that every read may take whole: they do not grow with what residents tell, or with what members do. */
const small = new Set([
  'divisions',
  'organisations',
  'sectors',
  'platforms',
  'platform_roles',
  'event_kinds',
  'calendar_days',
  'fold_marks',
]);

/**
 * Asks each question as the program does, with the plans of its statements sent back as notices. The second asking
 * is counted, when the catalogue has been read.
 */
export async function pagesRead(url: string, askAll: Questions): Promise<PagesRead[]> {
  await explainNewConnections(url);
  const municipality = openMunicipality(url, '3307', { connections: 1 });
  const plans: Plan[] = [];
  municipality.pool.on('connect', (client: PoolClient) => {
    client.on('notice', ({ message }) => {
      const plan = planIn(message);
      if (plan !== undefined) plans.push(plan);
    });
  });
  const house: Context = { municipality, actor: system, now: () => Temporal.Now.instant() };
  const found: PagesRead[] = [];
  for (const [name, ask] of askAll(house)) {
    await ask();
    plans.length = 0;
    await ask();
    found.push({
      name,
      pages: plans.reduce((sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], 0),
      whole: [...new Set(plans.flatMap(readWhole))],
    });
  }
  await municipality.close();
  return found;
}

/** What is asked, in whose name each question says itself. */
export type Questions = (house: Context) => [string, () => Promise<unknown>][];

export const mattersQuestions =
  (aim: Aim): Questions =>
  (house) => {
    const ctx = { ...house, actor: reader(readerGrants(aim)) };
    const { kind, from } = period();
    const { township, county } = aim;
    const table = { divisionCode: county, period: { kind, from } };
    return [
      ['an office’s page of one matter', () => getIssue(ctx, { id: aim.matterId })],
      ['newest 20 of a township', () => listIssues(ctx, { divisionCode: township })],
      ['newest 20 of a county', () => listIssues(ctx, { divisionCode: county })],
      [
        'newest 20 of a county in one state',
        () => listIssues(ctx, { divisionCode: county, state: 'accepted' }),
      ],
      ['newest 20 of a county in a state that none is in', () => inReview(ctx, county)],
      ['newest 20 of all that the person’s grants reach', () => listIssues(ctx, {})],
      ['newest 20 settled of the city', () => listSettled(ctx, {})],
      ['newest 20 settled one way of a county', () => settledOneWay(ctx, county)],
      ['how many are settled in the city', () => countSettled(ctx, {})],
      ['open items of the person, the most overdue first', () => listOpenItems(ctx, {})],
      ['how many sessions the city has held', () => countSessions(ctx, { when: 'past' })],
      ['the next sessions near a township', () => nextSessionsNear(ctx, township)],
      ['sessions of the city still to come', () => listSessions(ctx, { when: 'upcoming' })],
      ['county table of a year', () => reportTable(ctx, table)],
      ['the list behind a number of it', () => openNumber(ctx, { ...table, measure: 'received' })],
      ['lines due in the year, and their list', () => openNumber(ctx, { ...table, measure: 'lines_due' })],
      ['lines overdue now, and their list', () => openNumber(ctx, { ...table, measure: 'lines_overdue' })],
    ];
  };

const inReview = (ctx: Context, county: string) =>
  listIssues(ctx, { divisionCode: county, state: 'in_review' });

const settledOneWay = (ctx: Context, county: string) =>
  listSettled(ctx, { divisionCode: county, closingClass: 'disagreed' });

type Granted = Pick<AccountActor['grants'][number], 'role' | 'divisionCode'>;

/** Somebody who holds these rights. */
export function reader(granted: readonly Granted[], accountId: string = crypto.randomUUID()): AccountActor {
  const grants = granted.map((grant) => ({ ...grant, organisationId: null, matterId: null }));
  return { kind: 'account', accountId, name: '', grants };
}

/** From now on a new connection to this database tells the plan of each statement. */
async function explainNewConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const wanted = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_level': 'notice',
  };
  await asOwner(url, async (owner) => {
    await owner.query(`load 'auto_explain'`);
    for (const [setting, value] of Object.entries(wanted)) {
      await owner.query(`alter database ${name} set ${setting} = '${value}'`);
    }
  });
}

function planIn(message: string | undefined): Plan | undefined {
  const start = message?.indexOf('{') ?? -1;
  return start < 0 ? undefined : (JSON.parse(message!.slice(start)) as { Plan: Plan }).Plan;
}

function readWhole({ Plans = [], ...plan }: Plan): string[] {
  const table = plan['Node Type'] === 'Seq Scan' ? plan['Relation Name'] : undefined;
  return [...(table === undefined || small.has(table) ? [] : [table]), ...Plans.flatMap(readWhole)];
}
