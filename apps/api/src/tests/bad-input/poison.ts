const many = <T>(item: T, count: number): T[] => Array.from({ length: count }, () => item);

/** `depth` arrays inside each other. */
function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** What has broken programs like ours before: it is put everywhere, always. */
const deadly: readonly unknown[] = [
  null,
  {},
  'x'.repeat(100_000),
  nested(1000),
  '路灯\u0000坏了很久',
  'half \ud800 of a character',
  '0000-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00Z',
  '2026-12-01T00:00:00-18:30',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  2_147_483_648,
];

/** What people and programs put where something else belongs. All of it can travel as JSON. */
const poisons: readonly unknown[] = [
  // other types
  true,
  0,
  [],
  [[]],
  [null],
  { id: null },
  // empty and huge
  '',
  ' ',
  '\u00a0\u200b',
  '灯'.repeat(40_000),
  '1'.repeat(100_000),
  '-'.repeat(50_000),
  `${' '.repeat(50_000)}x`,
  many('x', 10_000),
  many({ text: 'x' }, 10_000),
  // every script, and what only looks like text
  '🙂👩‍👩‍👧‍👦🏳️‍🌈 路灯坏了',
  'שלום‎ مرحبا بالعالم',
  '\u202e路灯坏了\u2066',
  `e${'\u0301'.repeat(500)}`,
  'half \ud800 and \udfff of a character',
  '\ufeff\u2028\u2029\u0085路灯坏了',
  'ﬃ Ⅷ ① ＡＢＣ １２３４５６',
  // what somebody hopes is run
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '${7*7}{{7*7}}<%= 7*7 %>',
  "'; drop table matters; --",
  "' or '1'='1",
  '\\',
  '%',
  '_%\\',
  '=cmd|calc!A1',
  '../../../../etc/passwd',
  '$(reboot)`reboot`',
  // controls
  '\u0000',
  'a\u0007b\u001b[31mc\u007f',
  'line\r\nset-cookie: a=b',
  // what is no property
  '__proto__',
  'constructor',
  'toString',
  // numbers out of range
  -1,
  0.5,
  -0,
  32_768,
  2 ** 53 + 2,
  1e308,
  -1e308,
  // moments and days that no calendar of ours holds
  '0001-01-01',
  '2026-02-30',
  '9999-12-31T23:59:59Z',
  '2026-12-01T00:00:00+23:59',
  '+275760-09-13T00:00:00Z',
  '2026-12-01T00:00Z',
  '2026-12-01T24:00:00Z',
  // ids that name nothing
  '00000000-0000-0000-0000-000000000000',
  '01890000-0000-7000-8000-000000000001',
  '01890000-0000-7000-8000-00000000000G',
  // codes that name nothing
  '99',
  '330799',
  '330702999999',
  '٣٣٠٧٠٢',
];

/** What is typed into a form's field: everything there is text. */
export const wrongTexts: readonly string[] = [
  '',
  ' \t\r\n ',
  '路灯\u0000坏了很久',
  'a\u0007b\u001b[31mc\u007f',
  '\u202e路灯坏了\u2066',
  '🙂'.repeat(3000),
  'x'.repeat(100_000),
  '<script>alert(1)</script>',
  "'; drop table matters; --",
  '__proto__',
  '-1',
  '9'.repeat(400),
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9999-12-31T23:59:59Z',
];

type Path = readonly (string | number)[];

/** Every place in a value, the whole first, arrays by their first item. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...(value.length === 0 ? [] : placesIn(value[0], [...path, 0]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))];
}

/** The value with something else in one place, or without that place. */
function replaced(value: unknown, path: Path, put: { value: unknown } | 'gone'): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return put === 'gone' ? undefined : put.value;
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => {
      if (at !== step) return [item];
      return rest.length === 0 && put === 'gone' ? [] : [replaced(item, rest, put)];
    });
  }
  const entries = Object.entries(value as Record<string, unknown>).flatMap(([name, part]) => {
    if (name !== step) return [[name, part] as const];
    return rest.length === 0 && put === 'gone' ? [] : [[name, replaced(part, rest, put)] as const];
  });
  return Object.fromEntries(entries);
}

export type Spoilt = { how: string; input: unknown };
/** What is asked always, and what there is besides to choose from. */
export type SpoiltInputs = { always: Spoilt[]; further: Spoilt[] };

/** Keys that no form has, among them those that JavaScript itself knows. Made from text, as they would arrive. */
const strange = [
  '{"state":"closed"}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"":1}',
];

/** A valid input with one thing wrong: every poison in every place, each part missing, keys that nobody asked for. */
export function spoiltFrom(example: unknown): SpoiltInputs {
  const places = placesIn(example);
  const poisonedBy = (all: readonly unknown[]) =>
    places.flatMap((path) =>
      all.map((value) => ({
        how: `${path.join('.')} = ${shown(value)}`,
        input: replaced(example, path, { value }),
      })),
    );
  const missing = places
    .filter((path) => path.length > 0)
    .map((path) => ({ how: `${path.join('.')} is missing`, input: replaced(example, path, 'gone') }));
  const objects = places.filter((path) => isObject(at(example, path)));
  const extra = objects.flatMap((path) =>
    strange.map((text) => {
      const added = `${JSON.stringify(at(example, path)).slice(0, -1)}${isEmpty(at(example, path)) ? '' : ','}${text.slice(1)}`;
      return {
        how: `${path.join('.')} with ${text}`,
        input: replaced(example, path, { value: JSON.parse(added) }),
      };
    }),
  );
  return { always: [...poisonedBy(deadly), ...missing, ...extra], further: poisonedBy(poisons) };
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) => Object.keys(value as object).length === 0;
const at = (value: unknown, path: Path) =>
  path.reduce((inside, step) => (inside as Record<string | number, unknown>)[step], value);

function shown(poison: unknown): string {
  const text = JSON.stringify(poison);
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
