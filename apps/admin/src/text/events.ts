import { events as en } from './en/events.ts';
import { events as zh } from './zh/events.ts';

export const eventsText = { 'zh-CN': zh, en };
