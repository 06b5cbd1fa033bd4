import { DomainError, type Locale } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getDivision, listCountiesAndTownships } from '@tongxin/divisions/queries';
import type { RowForm, RowOutcome } from '@tongxin/sheets';
import { and, eq } from 'drizzle-orm';
import { createOrganisation } from './commands.ts';
import {
  kindNames,
  NewOrganisation,
  organisationKinds,
  refusals,
  type OrganisationKind,
  type Refusal,
} from './rules.ts';
import { organisations } from './schema.ts';

const columns: RowForm['columns'] = [
  { key: 'name', labels: ['单位名称', '名称', 'name'], isRequired: true, example: '某某区水务局' },
  { key: 'kind', labels: ['单位类别', '类别', 'kind'], isRequired: true, example: '承办单位' },
  {
    key: 'divisionCode',
    labels: ['所在地', '行政区划', 'place'],
    isRequired: false,
    example: '某某区',
  },
  { key: 'parentId', labels: ['上级单位', 'parent'], isRequired: false, example: '' },
];

/** What people write for a kind besides its full name. */
const otherWords: Readonly<Record<string, OrganisationKind>> = {
  政协: 'committee',
  委员会: 'committee',
  办公室: 'county_office',
  委员工委: 'members_affairs',
  专委会: 'special_committee',
  民主党派: 'participating_unit',
  工商联: 'participating_unit',
  联络组: 'township_group',
  部门: 'department',
};

const refuse = (code: Refusal, column: string) => new DomainError(code, refusals[code], { column });

/** How a file becomes units: one of the same name, kind and place is there already. Sent again, it changes nothing. */
export const organisationSheet: RowForm = {
  columns,
  async open(ctx, { divisionCode }) {
    const places = await placesUnder(ctx, divisionCode);
    return (inside, row) => enter(inside, row, { places, divisionCode });
  },
};

/** The places that a file may name, by code and by full name; a name that two places have names neither. */
async function placesUnder(ctx: Context, divisionCode: string): Promise<Map<string, string>> {
  const place = await getDivision(ctx, divisionCode);
  const { counties, townships } = await listCountiesAndTownships(ctx);
  const within = [...counties, ...townships].filter(({ cityCode, countyCode, code }) =>
    [cityCode, countyCode, code].includes(place.code),
  );
  const names = Map.groupBy([place, ...within], ({ name }) => name);
  const countyName = new Map(counties.map(({ code, name }) => [code, name]));
  return new Map([
    ...[...names].flatMap(([name, own]) =>
      new Set(own.map(({ code }) => code)).size === 1 ? [[name, own[0]!.code] as const] : [],
    ),
    ...townships
      .filter(({ code }) => within.some((one) => one.code === code))
      .map(
        ({ code, name, countyCode }) => [`${countyName.get(countyCode ?? '') ?? ''}${name}`, code] as const,
      ),
    ...[place, ...within].map(({ code }) => [code, code] as const),
  ]);
}

async function enter(
  inside: Context,
  row: Readonly<Record<string, string>>,
  { places, divisionCode }: { places: Map<string, string>; divisionCode: string },
): Promise<RowOutcome> {
  const place = places.get(row.divisionCode === '' ? divisionCode : (row.divisionCode ?? divisionCode));
  if (place === undefined) throw refuse('organisations.place_word', 'divisionCode');
  const kind = kindOf(row.kind ?? '', place);
  if (kind === undefined) throw refuse('organisations.kind_word', 'kind');
  const wanted = NewOrganisation.parse({ kind, name: row.name, divisionCode: place });
  return transact(inside, async (tx, open) => {
    const named = (name: string) => eq(organisations.name, name);
    const [known] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(named(wanted.name), eq(organisations.kind, kind), eq(organisations.divisionCode, place)))
      .limit(1);
    if (known !== undefined) return 'same';
    const parentId = await parentOf(open, row.parentId ?? '');
    await createOrganisation(open, { ...wanted, parentId });
    return 'added';
  });
}

async function parentOf(inside: Context, name: string): Promise<string | null> {
  if (name === '') return null;
  const found = await inside
    .tx!.select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.name, name))
    .orderBy(organisations.id)
    .limit(2);
  if (found.length !== 1) throw refuse('organisations.parent_word', 'parentId');
  return found[0]!.id;
}

/** The kind that these words name; an office is the city's or a county's by where it is. */
function kindOf(words: string, place: string): OrganisationKind | undefined {
  const locales: readonly Locale[] = ['zh-CN', 'en'];
  const kind =
    organisationKinds.find(
      (one) => one === words || locales.some((locale) => kindNames[one][locale] === words),
    ) ?? otherWords[words];
  return kind === 'county_office' && place.length === 4 ? 'city_office' : kind;
}
