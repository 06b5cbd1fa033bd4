import { sessions as en } from './en/sessions.ts';
import { sessions as zh } from './zh/sessions.ts';

export const sessionsText = { 'zh-CN': zh, en };
