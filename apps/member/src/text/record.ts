import { record as en } from './en/record.ts';
import { record as zh } from './zh/record.ts';

export const recordText = { 'zh-CN': zh, en };
