import type { Message, Messages } from '@tongxin/core';
import type { FieldCode, Refusal } from './rules/index.ts';

const said: Messages<Refusal> = {
  'reports.not_found': {
    'zh-CN': '没有找到这个地区的统计。请从列表里选择您负责的地区。',
    en: 'No numbers were found for this place. Choose one of your places from the list.',
  },
  'reports.too_long': {
    'zh-CN': '这张清单超过 5000 条，印不成一张表。请选短一些的时段或小一些的地区。',
    en: 'This list has more than 5,000 lines, too many for one paper. Choose a shorter period or a smaller place.',
  },
};

const fields: Messages<FieldCode> = {
  'reports.period': {
    'zh-CN': '请选择统计时段：某月、某季度或某年。',
    en: 'Choose the period: a month, a quarter or a year.',
  },
  'reports.measure': { 'zh-CN': '请从表头里选择一个指标。', en: 'Choose one of the columns of the table.' },
  'reports.after': {
    'zh-CN': '这一页接不上了。请从第一页重新打开。',
    en: 'The list cannot go on from here. Open it again from its first page.',
  },
  'reports.category': {
    'zh-CN': '没有这个活动类别。请从列表里选择。',
    en: 'There is no such category of events. Choose one from the list.',
  },
};

export const messages: Messages<Refusal | FieldCode> = { ...said, ...fields };

/** What stands on the printed papers, on the screen and in the files, in the same words. */
export const words = {
  tableTitle: { 'zh-CN': '{place}协商议事情况统计表', en: 'Consultation and deliberation in {place}' },
  strikeOffTitle: {
    'zh-CN': '{place}协商成果转化清单（销号表）',
    en: 'Agreed lines of {place} (strike-off list)',
  },
  strikeOffSheet: {
    'zh-CN': '{place}协商成果转化清单（销号表）· {sheet}',
    en: 'Agreed lines of {place} (strike-off list): {sheet}',
  },
  definitionsTitle: { 'zh-CN': '指标口径说明', en: 'What the numbers mean' },
  tableSheet: { 'zh-CN': '统计表', en: 'Table' },
  definitionsSheet: { 'zh-CN': '口径说明', en: 'Definitions' },
  reportingUnit: { 'zh-CN': '填报单位：{unit}', en: 'Reporting unit: {unit}' },
  periodAndMoment: { 'zh-CN': '统计时段：{period}　截至：{moment}', en: 'Period: {period}. As of {moment}.' },
  madeBy: {
    'zh-CN': '制表人：{name}　　审核人：　　　　　',
    en: 'Made by: {name}    Checked by:            ',
  },
  page: { 'zh-CN': '第 &P 页，共 &N 页', en: 'Page &P of &N' },
  place: { 'zh-CN': '地区', en: 'Place' },
  code: { 'zh-CN': '区划代码', en: 'Code' },
  total: { 'zh-CN': '合计', en: 'Total' },
  serial: { 'zh-CN': '序号', en: 'No.' },
  remarks: { 'zh-CN': '备注', en: 'Remarks' },
  measure: { 'zh-CN': '指标', en: 'Number' },
  definitionId: { 'zh-CN': '口径编号', en: 'Definition' },
  sentence: { 'zh-CN': '口径', en: 'What is counted' },
  exactNote: {
    'zh-CN': '表中每个数字都可在系统内逐条打开；数字与清单取自同一时刻。',
    en: 'Every number opens in the system onto its records; number and list are of the same moment.',
  },
  demoTitle: { 'zh-CN': '{title}（演示数据）', en: '{title} (演示数据, invented)' },
  demoMark: { 'zh-CN': '演示数据', en: '演示数据 (invented)' },
  demoNote: {
    'zh-CN': '演示数据：表里的人和事都是虚构的。',
    en: 'Demonstration data (演示数据): every person and matter in it is invented.',
  },
  signIn: {
    'zh-CN': '请先登录，再回到统计页面下载。',
    en: 'Sign in first, then go back to the page of the table and download it there.',
  },
  askAgain: {
    'zh-CN': '这个地址不完整。请回到统计页面，选好地区和时段再下载。',
    en: 'This address is not complete. Go back to the page of the table, choose place and period, and download it there.',
  },
} as const satisfies Record<string, Message>;

/** The columns of the strike-off list, in the order of the paper. Source: domain §6.5. */
export const eventWords = {
  title: { 'zh-CN': '{place}活动清单（{what}）', en: 'Events of {place} ({what})' },
  all: { 'zh-CN': '全部类别', en: 'all categories' },
  sheet: { 'zh-CN': '活动清单', en: 'Events' },
  total: { 'zh-CN': '合计', en: 'Total' },
};

export const eventColumns = {
  serial: words.serial,
  title: { 'zh-CN': '活动名称', en: 'Event' },
  kind: { 'zh-CN': '种类', en: 'Kind' },
  speaker: { 'zh-CN': '主讲人', en: 'Speaker' },
  heldOn: { 'zh-CN': '日期', en: 'Held on' },
  place: { 'zh-CN': '地点', en: 'Place' },
  mode: { 'zh-CN': '方式', en: 'How' },
  organiser: { 'zh-CN': '主办单位', en: 'Held by' },
  asked: { 'zh-CN': '应到委员', en: 'Members asked' },
  attended: { 'zh-CN': '实到委员', en: 'Members present' },
  others: { 'zh-CN': '其他到场', en: 'Others present' },
  state: { 'zh-CN': '出席核定', en: 'Attendance' },
  number: { 'zh-CN': '编号', en: 'Number' },
};

export const strikeOffColumns = {
  serial: words.serial,
  topic: { 'zh-CN': '议题', en: 'Topic' },
  suggestion: { 'zh-CN': '意见建议', en: 'What was agreed' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  unit: { 'zh-CN': '责任单位', en: 'Responsible unit' },
  coUnit: { 'zh-CN': '协办单位', en: 'Co-handling unit' },
  assignedOn: { 'zh-CN': '交办日期', en: 'Given out on' },
  dueOn: { 'zh-CN': '完成时限', en: 'Due on' },
  progress: { 'zh-CN': '目前进展', en: 'Where it stands' },
  report: { 'zh-CN': '完成情况及佐证', en: 'What was done, with evidence' },
  judgement: { 'zh-CN': '群众/委员评价', en: 'Residents’ judgement' },
  verifiedBy: { 'zh-CN': '核实人', en: 'Checked by' },
  struckOff: { 'zh-CN': '是否销号', en: 'Struck off' },
  struckOffOn: { 'zh-CN': '销号日期', en: 'Struck off on' },
  remarks: words.remarks,
} as const satisfies Record<string, Message>;

export const strikeOffWords = {
  judged: {
    'zh-CN': '解决了 {yes}，部分解决 {partly}，没解决 {no}，没有回音 {silent}',
    en: 'Solved {yes}, partly {partly}, not solved {no}, no answer {silent}',
  },
  yes: { 'zh-CN': '已销号', en: 'Yes' },
  notAdopted: { 'zh-CN': '未采纳，已说明', en: 'Not adopted; reason given' },
  no: { 'zh-CN': '未销号', en: 'No' },
  stands: { 'zh-CN': '{state}。{progress}', en: '{state}. {progress}' },
  done: { 'zh-CN': '{class}：{report}', en: '{class}: {report}' },
  verified: { 'zh-CN': '{name}（{unit}）', en: '{name} ({unit})' },
} as const satisfies Record<string, Message>;

/** Puts values into the named places of a sentence. A place without a value is a fault of the program. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the sentence needs ${name}`);
    return `${value}`;
  });
}
