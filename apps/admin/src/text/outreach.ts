import { outreach as en } from './en/outreach.ts';
import { outreach as zh } from './zh/outreach.ts';

export const outreachText = { 'zh-CN': zh, en };
