import { DomainError } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { getDivision, listCountiesAndTownships } from '@tongxin/divisions/queries';
import { findOfficeOf } from '@tongxin/organisations/queries';
import { sectorCodeOf } from '@tongxin/sectors/rules';
import type { RowForm, RowOutcome } from '@tongxin/sheets';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { addMember, addMembership, changeMembership } from './commands/index.ts';
import {
  mayKeep,
  NewMember,
  refusals,
  standingOf,
  type CommitteePlace,
  type Refusal,
} from './rules/index.ts';
import { byPinyin, members, memberships } from './schema/index.ts';

/** The columns of a list of members, as offices write them. No telephone: numbers belong to accounts. */
const columns: RowForm['columns'] = [
  { key: 'name', labels: ['姓名', '委员姓名', 'name'], isRequired: true, example: '张三' },
  { key: 'sectorCode', labels: ['界别', 'sector'], isRequired: true, example: '农业界' },
  {
    key: 'dutyTitle',
    labels: ['单位及职务', '工作单位及职务', '单位职务', '职务', 'post'],
    isRequired: false,
    example: '某村党支部书记、某合作社理事长',
  },
  {
    key: 'committee',
    labels: ['所属政协', '政协', '委员会', 'committee'],
    isRequired: false,
    example: '市政协',
  },
  { key: 'termNo', labels: ['届次', '届', 'term'], isRequired: false, example: '8' },
  { key: 'isStanding', labels: ['是否常委', '常委', 'standing'], isRequired: false, example: '否' },
  { key: 'joinedOn', labels: ['加入日期', '任职日期', 'joined'], isRequired: false, example: '2022-02-01' },
  { key: 'namesake', labels: ['同名不同人', 'namesake'], isRequired: false, example: '' },
];

const refuse = (code: Refusal, column: string) => new DomainError(code, refusals[code], { column });

type Row = Readonly<Record<string, string>>;
type Committee = CommitteePlace & { organisationId: string };

/**
 * How a file becomes members: a person is known by name and post, in the whole municipality; without a post only in the
 * committee itself, for elsewhere a name alone says nothing. One who is known joins the committee or is corrected,
 * another is entered. A row is refused until somebody says whether they are two people when it has the name of a member
 * of the same committee and another post, or the name and post of somebody whom another committee keeps. Sent again, a
 * file changes nothing.
 */
export const memberSheet: RowForm = {
  columns,
  async open(ctx, { divisionCode }) {
    const committees = await committeesUnder(ctx, divisionCode);
    return (inside, row) => enter(inside, row, { committees, divisionCode });
  },
};

/** The committees that a file may fill, each by every word that names it. */
async function committeesUnder(ctx: Context, divisionCode: string): Promise<Map<string, Committee>> {
  const place = await getDivision(ctx, divisionCode);
  const { counties } = await listCountiesAndTownships(ctx);
  const within = place.level === 'city' ? [place, ...counties] : [place];
  const found = new Map<string, Committee>();
  for (const { code, name } of within) {
    const isCity = code.length === 4;
    const office =
      (await findOfficeOf(ctx, isCity ? 'city_office' : 'county_office', code)) ??
      (await findOfficeOf(ctx, 'committee', code));
    if (office === null) continue;
    const committee = {
      organisationId: office.id,
      cityCode: isCity ? code : place.level === 'city' ? place.code : place.cityCode!,
      countyCode: isCity ? null : code,
    };
    for (const word of [code, name, `${name}政协`, `政协${name}委员会`, ...(isCity ? ['市政协', '市'] : [])])
      found.set(word, committee);
  }
  return found;
}

async function enter(
  inside: Context,
  row: Row,
  { committees, divisionCode }: { committees: Map<string, Committee>; divisionCode: string },
): Promise<RowOutcome> {
  const committee = committees.get(row.committee === '' ? divisionCode : (row.committee ?? divisionCode));
  if (committee === undefined) throw refuse('members.committee_word', 'committee');
  const sectorCode = sectorCodeOf(row.sectorCode ?? '');
  if (sectorCode === undefined) throw refuse('members.sector', 'sectorCode');
  const wanted = NewMember.parse({
    name: (row.name ?? '').replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''),
    dutyTitle: row.dutyTitle === '' ? null : row.dutyTitle,
    organisationId: committee.organisationId,
    sectorCode,
    termNo: numberIn(row.termNo),
    // What the file does not say stays as it is.
    isStanding: row.isStanding === '' ? undefined : yesOrNo(row.isStanding, 'isStanding'),
    joinedOn: row.joinedOn === '' ? undefined : dayIn(row.joinedOn ?? ''),
  });
  return transact(inside, (_tx, open) =>
    match(open, { wanted, committee, namesake: yesOrNo(row.namesake, 'namesake') }),
  );
}

type Wanted = { wanted: NewMember; committee: Committee; namesake: boolean };

async function match(inside: Context, { wanted, committee, namesake }: Wanted): Promise<RowOutcome> {
  const known = await namesakes(inside, wanted.name);
  const found = personOf(known, wanted, committee);
  const isTheirs = found !== undefined && !mayKeep(inside.actor, found.held).allowed;
  if (isTheirs && !namesake) throw refuse('members.kept_elsewhere', 'name');
  const person = isTheirs ? undefined : found;
  if (person === undefined) {
    const isServing = ({ held }: Known) => held.some((one) => one.leftOn === null && isAt(committee)(one));
    if (!namesake && known.some(isServing)) throw refuse('members.namesake', 'dutyTitle');
    await addMember(inside, wanted);
    return 'added';
  }
  const held = await membershipAt(inside, person.id, committee);
  const { organisationId, sectorCode, joinedOn } = wanted;
  if (held === undefined) {
    const termNo = wanted.termNo ?? null;
    await addMembership(inside, {
      memberId: person.id,
      organisationId,
      sectorCode,
      termNo,
      isStanding: wanted.isStanding,
      joinedOn,
    });
    return 'changed';
  }
  const termNo = wanted.termNo ?? held.termNo;
  const isStanding = wanted.isStanding ?? held.isStanding;
  const isSameDay = joinedOn === undefined || held.joinedOn?.toString() === joinedOn;
  const isSame = held.sectorCode === sectorCode && held.isStanding === isStanding && held.termNo === termNo;
  if (isSame && isSameDay) return 'same';
  await changeMembership(inside, { membershipId: held.id, sectorCode, termNo, isStanding, joinedOn });
  return 'changed';
}

type Known = Awaited<ReturnType<typeof namesakes>>[number];

const isAt = (committee: CommitteePlace) => (one: CommitteePlace) =>
  (one.countyCode ?? one.cityCode) === (committee.countyCode ?? committee.cityCode);

/** Who of them is meant: first somebody of the committee itself, then, told by the post too, of any other. */
function personOf(known: readonly Known[], { dutyTitle = null }: NewMember, committee: Committee) {
  const meant = known.filter((one) => one.dutyTitle === dutyTitle);
  const here = meant.find(({ held }) => standingOf(held).some(isAt(committee)));
  return here ?? (dutyTitle === null ? undefined : meant[0]);
}

/** Everybody of this name with the committees that they belong to or have left. */
async function namesakes(inside: Context, name: string) {
  const rows = await inside
    .tx!.select({
      id: members.id,
      dutyTitle: members.dutyTitle,
      cityCode: memberships.cityCode,
      countyCode: memberships.countyCode,
      leftOn: memberships.leftOn,
    })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
    // In the order of the index of names, which finds them at once.
    .where(sql`${byPinyin(members.name)} = ${name}`)
    .orderBy(members.id)
    .limit(200);
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    dutyTitle: own[0]!.dutyTitle,
    held: own,
  }));
}

async function membershipAt(inside: Context, memberId: string, { cityCode, countyCode }: Committee) {
  const [held] = await inside
    .tx!.select({
      id: memberships.id,
      sectorCode: memberships.sectorCode,
      termNo: memberships.termNo,
      isStanding: memberships.isStanding,
      joinedOn: memberships.joinedOn,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.memberId, memberId),
        isNull(memberships.leftOn),
        sql`coalesce(${memberships.countyCode}, ${memberships.cityCode}) = ${countyCode ?? cityCode}`,
      ),
    )
    .limit(1);
  return held;
}

/** 八届, 第8届 and 8 are the same term. */
function numberIn(text = ''): number | null {
  if (text === '') return null;
  const digits = /\d+/.exec(text.normalize('NFKC'))?.[0];
  if (digits !== undefined) return Number(digits);
  const word = /[一二三四五六七八九十]+/.exec(text)?.[0];
  if (word === undefined) throw refuse('members.term_no', 'termNo');
  return chineseNumber(word);
}

function chineseNumber(word: string): number {
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  const digit = (sign = '') => '一二三四五六七八九'.indexOf(sign) + 1;
  return (word.includes('十') ? (tens === '' ? 10 : digit(tens) * 10) : 0) + (ones === '' ? 0 : digit(ones));
}

const yesWords = ['是', 'yes', 'y', '√', '✓', '常委'];
const noWords = ['', '否', '不是', 'no', 'n', '×'];

function yesOrNo(text = '', column: string): boolean {
  const word = text.toLowerCase();
  if (yesWords.includes(word)) return true;
  if (noWords.includes(word)) return false;
  throw refuse('members.yes_or_no', column);
}

/** 2022-02-01, 2022/2/1, 2022.2.1, 2022年2月1日 and 2022年2月 are days. */
function dayIn(text: string): string {
  const [, year = '', month = '', day = '1'] =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?)?日?$/.exec(text.normalize('NFKC')) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
