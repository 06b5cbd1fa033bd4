import { anonymous, system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { countLineSilence } from '@tongxin/deliberations/commands';
import { afterSession, hallSceneOf, makeLineIn, type HallScene } from '@tongxin/deliberations/testing';
import { countSilence, judgeIssue } from '@tongxin/issues/commands';
import { makeIssueIn, makePeople, residentOf, sceneOf } from '@tongxin/issues/testing';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measures, type Measure, type Period } from '../rules/index.ts';
import { openNumber, reportTable, strikeOffList } from './index.ts';

let database: TestDatabase;
let scene: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  const town = await makeTown(database);
  scene = await hallSceneOf({ ...sceneOf(database, town), people: makePeople(town) });
});
afterAll(() => database.close());

const sixWeeksLater = testNow.add({ hours: 24 * 42 });
const period: Period = { kind: 'quarter', from: '2026-10-01' };
const as = (actor: Actor, now = sixWeeksLater) => contextOf(database, actor, now);
const county = () => as(scene.people.county);
const table = () => reportTable(county(), { divisionCode: '330702', period });

it('what people do through the commands is what the county’s table counts', async () => {
  await makeIssueIn(scene, 'received');
  await makeIssueIn(scene, 'diverted');
  await makeIssueIn(scene, 'closed');
  const unhappy = await makeIssueIn(scene, 'to_rate');
  await judgeIssue(as(residentOf(unhappy.id), testNow), {
    key: crypto.randomUUID(),
    solved: 'partly',
    stars: 3,
  });
  const quiet = await makeIssueIn(scene, 'to_rate');
  await countSilence(as(system, testNow.add({ hours: 24 * 20 })), quiet.id);
  // One session and one line each: struck off on the resident's yes; silent; not yet accepted by its unit.
  await makeLineIn(scene, 'closed');
  const asking = await makeLineIn(scene, 'asking');
  await countLineSilence(as(system, afterSession.add({ hours: 24 * 20 })), { id: asking.lineId });
  await makeLineIn(scene, 'assigned');
  const { total } = await table();
  const counted: Partial<Record<Measure, number>> = {
    received: 8,
    accepted: 6,
    diverted: 1,
    in_talks: 3,
    sessions_held: 3,
    residents_present: 21,
    lines_due: 0,
    lines_closed: 1,
    lines_overdue: 0,
    answers_solved: 2,
    answers_partly: 1,
    answers_no: 0,
    answers_silent: 2,
    issues_closed: 2,
  };
  expect(total).toMatchObject(counted);
  for (const measure of measures) {
    const { rows, number } = await openNumber(county(), { measure, divisionCode: '330702', period });
    expect([measure, number]).toEqual([measure, total[measure]]);
    if (measure === 'residents_present') expect(rows.map(({ amount }) => amount)).toEqual([7, 7, 7]);
    else if (measure !== 'median_days') expect(rows).toHaveLength(number!);
  }
  // Nine days from the first words to the end of the one that was talked over, none for the other.
  expect(total.median_days).toBe(4.5);
});

it('a list names matters as the office did, and never in a resident’s words', async () => {
  const { rows } = await openNumber(county(), { measure: 'received', divisionCode: '330702', period });
  expect(rows.map(({ title }) => title)).toContain('桥头社区路灯不亮');
  expect(JSON.stringify(rows)).not.toContain('村口的路灯坏了一个星期');
});

it('a line is due in the month of its day and overdue from the day after', async () => {
  const due = (now: Temporal.Instant) =>
    reportTable(as(scene.people.county, now), {
      divisionCode: '330702',
      period: { kind: 'month', from: '2027-01-01' },
    });
  const onTheDay = await due(Temporal.Instant.from('2027-01-15T15:59:59Z'));
  expect([onTheDay.total.lines_due, onTheDay.total.lines_overdue]).toEqual([3, 0]);
  const dayAfter = await due(Temporal.Instant.from('2027-01-15T16:00:00Z'));
  expect([dayAfter.total.lines_due, dayAfter.total.lines_overdue]).toEqual([3, 2]);
});

it('the strike-off list says who checked a line and what the residents answered once it is struck off', async () => {
  const { sheets } = await strikeOffList(county(), { divisionCode: '330702', period });
  expect(sheets.map(({ lines }) => lines.length)).toEqual([2, 0, 1]);
  expect(sheets[2]!.lines[0]).toMatchObject({
    topic: '桥头社区路灯修复',
    unit: '婺城区建设局',
    report: '三盏路灯已更换，试亮一周正常。',
    judgedYes: 1,
    judgedSilent: 0,
    verifiedIn: '城东街道联络组',
    state: 'closed',
  });
  for (const line of sheets[0]!.lines) expect(line.judgedYes).toBeNull();
  await expect(strikeOffList(as(anonymous), { divisionCode: '330702', period })).rejects.toMatchObject({
    code: 'reports.not_found',
  });
});
