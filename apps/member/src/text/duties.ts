import { duties as en } from './en/duties.ts';
import { duties as zh } from './zh/duties.ts';

export const dutiesText = { 'zh-CN': zh, en };
