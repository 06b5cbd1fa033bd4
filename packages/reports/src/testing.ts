import { newId } from '@tongxin/core';
import type { TestDatabase } from '@tongxin/db/testing';
import type { Town } from '@tongxin/matters/testing';
import pg from 'pg';

/** One matter with what happened to it. `told` leaves entries that cannot change place any more, so they can be folded. */
export type Told = {
  kind: 'issue' | 'session' | 'outcome_line';
  townshipCode: string;
  openedAt: string;
  closedAt?: string | null;
  /** Of an agreed line: its due day. */
  dueOn?: string;
  /** What the office called an issue, the host a session, the minutes a line. */
  title?: string | null;
  entries: readonly { move: string; at: string; to?: string | undefined; data?: Record<string, unknown> }[];
};

const city = '3307';
const levels = (townshipCode: string) => ({
  city_code: city,
  county_code: townshipCode.slice(0, 6),
  township_code: townshipCode,
});

/** Rows of the spine as they are after years of work, written at once: what reports are counted from. */
export async function openRecords(database: TestDatabase, town: Town) {
  const owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=m3307,public',
  });
  await owner.connect();
  const ground = await layGround(owner, town);
  const tell = (all: readonly Told[], { settled = true } = {}) =>
    write(owner, { all, settled, town, ground });
  return { tell, owner, close: () => owner.end() };
}

type Ground = { platformId: string; memberId: string; topicId: string; sessionId: string };

/** One hall, one member, one topic and one session that all agreed lines come from. None of them is in the journal. */
async function layGround(owner: pg.Client, town: Town): Promise<Ground> {
  const ground = { platformId: newId(), memberId: newId(), topicId: newId(), sessionId: newId() };
  const at = '2020-01-01T00:00:00Z';
  const place = levels('330702001');
  await insert(owner, 'platforms', [
    {
      id: ground.platformId,
      name: '议事堂',
      organisation_id: town.township.id,
      ...place,
      address: '路一号',
      seats: 40,
      open_hours: '周一至周五',
    },
  ]);
  await insert(owner, 'members', [
    {
      id: ground.memberId,
      name: '委员甲',
      intake_code: 'A',
      door_code: 'A',
      active: true,
    },
  ]);
  await insert(owner, 'matters', [
    {
      ...spine(ground.topicId, 'topic', '330702001', town, at),
      number: 'T',
      state: 'concluded',
      closed_at: at,
    },
    {
      ...spine(ground.sessionId, 'session', '330702001', town, at),
      number: 'S',
      state: 'published',
      closed_at: at,
    },
  ]);
  await insert(owner, 'sessions', [session(ground.sessionId, '330702001', '路灯议事会', ground, at)]);
  await insert(owner, 'topics', [
    {
      matter_id: ground.topicId,
      ...place,
      title: '路灯',
      summary: '路灯',
      source: 'resident',
      session_id: ground.sessionId,
      agenda_no: 1,
    },
  ]);
  return ground;
}

function spine(id: string, kind: string, townshipCode: string, town: Town, openedAt: string) {
  return {
    id,
    kind,
    number: id,
    chain_id: id,
    organisation_id: town.township.id,
    ...levels(townshipCode),
    state: 'told',
    opened_at: openedAt,
    changed_at: openedAt,
    entry_count: 0,
    reminders: 0,
  };
}

const session = (id: string, townshipCode: string, title: string, ground: Ground, at: string) => ({
  matter_id: id,
  ...levels(townshipCode),
  platform_id: ground.platformId,
  title,
  starts_at: at,
  ends_at: Temporal.Instant.from(at).add({ hours: 2 }).toString(),
  mode: 'onsite',
  convenor_id: ground.memberId,
  resident_seats: 10,
  seats_taken: 0,
  sequence: 0,
  changed_at: at,
});

let lineNo = 0;

async function write(
  owner: pg.Client,
  { all, settled, town, ground }: { all: readonly Told[]; settled: boolean; town: Town; ground: Ground },
): Promise<string[]> {
  const known = all.map((told) => ({ ...told, id: newId<'matter'>() as string }));
  const open = { owner_role: 'resident', due_at: '2027-01-01T00:00:00Z' };
  await insert(
    owner,
    'matters',
    known.map((told) => ({
      ...spine(told.id, told.kind, told.townshipCode, town, told.openedAt),
      ...(told.closedAt
        ? { closed_at: told.closedAt, owner_role: null, due_at: null }
        : { closed_at: null, ...open }),
      entry_count: told.entries.length,
    })),
  );
  const of = (kind: Told['kind']) => known.filter((told) => told.kind === kind);
  const titled = (told: Told) => told.title ?? '';
  await insert(
    owner,
    'issues',
    of('issue').map((told) => ({
      matter_id: told.id,
      ...levels(told.townshipCode),
      channel: 'web',
      handling_title: told.title ?? null,
      judged_round: 0,
      reopened: 0,
      opened_at: told.openedAt,
    })),
  );
  await insert(
    owner,
    'sessions',
    of('session').map((told) => session(told.id, told.townshipCode, titled(told), ground, told.openedAt)),
  );
  await insert(
    owner,
    'outcome_lines',
    of('outcome_line').map((told) => ({
      matter_id: told.id,
      ...levels(told.townshipCode),
      session_id: ground.sessionId,
      topic_id: ground.topicId,
      line_no: (lineNo += 1),
      suggestion: titled(told),
      kind: 'measure',
      unit_id: town.department.id,
      due_on: told.dueOn ?? '2020-01-01',
      measure: '灯亮',
      round: 1,
    })),
  );
  await insert(
    owner,
    'journal',
    known.flatMap((told) =>
      told.entries.map((entry, index) => ({
        matter_id: told.id,
        seq: index + 1,
        kind: told.kind,
        move: entry.move,
        to_state: entry.to ?? 'told',
        at: entry.at,
        recorded_at: settled ? '2020-01-01T00:00:00Z' : Temporal.Now.instant().toString(),
        actor_kind: 'resident',
        data: entry.data ?? {},
        ...levels(told.townshipCode),
      })),
    ),
  );
  return known.map(({ id }) => id);
}

/** Writes rows by the names of their columns; columns that no row names keep their default. */
async function insert(
  owner: pg.Client,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first).join(', ');
  const text = `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`;
  await owner.query(text, [JSON.stringify(rows)]);
}
