import { visits as en } from './en/visits.ts';
import { visits as zh } from './zh/visits.ts';

export const visitsText = { 'zh-CN': zh, en };
