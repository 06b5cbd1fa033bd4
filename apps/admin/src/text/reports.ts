import { reports as en } from './en/reports.ts';
import { reports as zh } from './zh/reports.ts';

export const reportsText = { 'zh-CN': zh, en };
