import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { cancelEvent, endEvent, recordList } from '@tongxin/events/commands';
import { afterEvent, eventSceneOf, makeEvent, makeInvited, type EventScene } from '@tongxin/events/testing';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsXlsx } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const asked = {
  divisionCode: '330702',
  period: { kind: 'month' as const, from: '2026-12-01' },
  category: 'lecture' as const,
};
const printing = { locale: 'zh-CN' as const, demo: false };

describe('the list of lectures', () => {
  it('has each with its speaker, day and attendance, and the sum of those at its foot', async () => {
    const [first, second] = [
      await makeInvited(database, scene.town, '不列名字'),
      await makeInvited(database, scene.town),
    ];
    const lecture = { category: 'lecture', title: '=同心讲堂', speaker: '一位教授', mustAttend: false };
    const id = await makeEvent(scene, { ...lecture, memberIds: [first.id, second.id] });
    await makeEvent(scene, { category: 'study', title: '读书会' });
    const gone = await makeEvent(scene, { ...lecture, title: '取消的讲座' });
    await cancelEvent(scene.at(scene.county), { id: gone, reason: '台风' });
    await endEvent(scene.at({ kind: 'system' }, afterEvent), id);
    const entries = [{ memberId: first.id, state: 'attended' as const }];
    await recordList(scene.at(scene.county, afterEvent), { id, how: 'list', entries, others: 46 });

    const paper = await eventsXlsx(scene.at(scene.county, afterEvent), asked, printing);
    expect(paper.name).toBe('婺城区活动清单（宣讲报告） 2026年12月.xlsx');
    const { sheets } = await readXlsx(paper.content as Uint8Array);
    const rows = sheets[0]!.rows.map((row) => row.map((cell) => (cell instanceof Date ? 'day' : cell)));
    expect(rows[2]!.slice(0, 5)).toEqual(['序号', '活动名称', '种类', '主讲人', '日期']);
    expect(rows[3]!.slice(0, 5)).toEqual([1, '=同心讲堂', '宣讲报告', '一位教授', 'day']);
    expect(rows[3]!.slice(8, 11)).toEqual([2, 1, 46]);
    expect(rows[4]!.slice(8, 11)).toEqual([2, 1, 46]);
    expect(JSON.stringify(rows)).not.toMatch(/读书会|取消的讲座|不列名字/);
  });

  it('is nobody else’s: another county is told that there is nothing', async () => {
    await expect(eventsXlsx(scene.at(scene.otherCounty, afterEvent), asked, printing)).rejects.toMatchObject({
      code: 'reports.not_found',
    });
  });
});
