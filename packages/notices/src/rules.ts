import { meantTime, type Messages } from '@tongxin/core';
import { z } from 'zod';

/** What somebody hears who is asked to an event: that they are, that it has moved, that it is called off. */
export const invitationEvents = ['asked', 'moved', 'called_off'] as const;

/**
 * Why a unit or a person hears of a matter: it has become their unit's turn, its date has passed, or a unit
 * below was reminded in vain, or a turn is near and nobody is on it; or they are asked to an event.
 */
export const noticeEvents = ['turn', 'reminded', 'escalated', 'unstaffed', ...invitationEvents] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

export const eventNames: Messages<NoticeEvent> = {
  turn: { 'zh-CN': '轮到本单位办理', en: 'It is your unit’s turn' },
  reminded: { 'zh-CN': '已过办理期限', en: 'Its date has passed' },
  escalated: { 'zh-CN': '下级单位三次提醒后仍未办理', en: 'Reminded three times without result' },
  unstaffed: { 'zh-CN': '快到值班时间了，还没有人', en: 'The turn is near and nobody is on it' },
  asked: { 'zh-CN': '请参加一项活动', en: 'Asked to come to an event' },
  moved: { 'zh-CN': '活动改了时间或地点', en: 'An event has moved' },
  called_off: { 'zh-CN': '活动取消了', en: 'An event is called off' },
};

export const Notice = z.object({ event: z.enum(noticeEvents), matterId: z.uuid(), unitId: z.uuid() });
export type Notice = z.infer<typeof Notice>;

export const ListNotices = z.strictObject({
  /** Only what the person is told themself, and not what their units are told. */
  mine: z.boolean().optional(),
  /** The last row of the page before. */
  after: z.strictObject({ at: z.iso.datetime({ offset: true }).regex(meantTime), id: z.uuid() }).optional(),
});
export type ListNotices = z.infer<typeof ListNotices>;

export const NoticeIds = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });
