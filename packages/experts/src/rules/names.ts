import type { Messages } from '@tongxin/core';

/** Whether what an expert advised was used. */
export const uses = ['yes', 'partly', 'no'] as const;
export type Use = (typeof uses)[number];

export const usageNames: Messages<Use> = {
  yes: { 'zh-CN': '已采用', en: 'Used' },
  partly: { 'zh-CN': '部分采用', en: 'Used in part' },
  no: { 'zh-CN': '未采用', en: 'Not used' },
};

/** What is done to a team of experts. */
export const teamActions = ['made', 'joined', 'left', 'led', 'ended'] as const;

/** Experts of one team. Thirty people in ten teams were seen; a team that needs more is two. */
export const expertsAtMost = 50;
