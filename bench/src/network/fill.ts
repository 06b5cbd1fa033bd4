import type pg from 'pg';
import { asOwner, fillGround, rowsOf, withoutIndexes } from '../fill.ts';
import { addReader, newDatabase } from '../towns.ts';
import { eventsSql, filledTables, membersSql, rotasSql, turnsSql } from './fill-sql.ts';

/** How much of the network there is: as many events as turns. */
export type NetworkSize = { name: 'S' | 'L'; members: number; events: number };
export const networkSizes: readonly NetworkSize[] = [
  { name: 'S', members: 1_000, events: 10_000 },
  { name: 'L', members: 10_000, events: 100_000 },
];

/** Whose lists are read: places, a hall, and a member who signs in. */
export type NetworkAim = {
  county: string;
  township: string;
  hall: string;
  memberId: string;
  accountId: string;
};

/** A database of its own on the cluster with members, sites, events and turns of this size, and who reads them. */
export async function fillNetwork(
  cluster: string,
  size: NetworkSize,
): Promise<{ url: string; aim: NetworkAim }> {
  const url = await newDatabase(cluster, `bench_network_${size.name.toLowerCase()}`);
  return { url, aim: await fillInto(url, size) };
}

/** The same into an empty database that is there. */
export async function fillInto(
  url: string,
  { members, events }: Pick<NetworkSize, 'members' | 'events'>,
): Promise<NetworkAim> {
  await fillGround(url);
  const aim = await asOwner(url, async (owner) => {
    await withoutIndexes(owner, filledTables, async () => {
      for (const [at, sql] of membersSql.entries()) await owner.query(sql, at === 0 ? [members] : []);
      await owner.query(rotasSql);
      for (let from = 0; from < events; from += batch) {
        const range = [from, Math.min(from + batch, events), events];
        await owner.query(eventsSql, range);
        await owner.query(turnsSql, range);
      }
    });
    await owner.query('vacuum analyze');
    return findAim(owner);
  });
  const accountId = await addReader(url, aim, { username: 'bench-member', role: 'member' });
  await addReader(url, aim);
  await asOwner(url, (owner) =>
    owner.query('update members set account_id = $1 where id = $2', [accountId, aim.memberId]),
  );
  return { ...aim, accountId };
}

const batch = 20_000;

/** A town without anybody, for a list to be imported into. */
export async function emptyTown(cluster: string, name: string): Promise<string> {
  const url = await newDatabase(cluster, name);
  await fillGround(url);
  return url;
}

async function findAim(owner: pg.Client): Promise<Omit<NetworkAim, 'accountId'>> {
  const [found] = await rowsOf<Omit<NetworkAim, 'accountId'>>(
    owner,
    `select p.county_code as county, p.township_code as township, p.id as hall,
            (select m.id from members m where m.active and m.intake_code like 'B%' order by m.id limit 1) as "memberId"
       from platforms p order by p.place_code limit 1`,
  );
  return found!;
}
