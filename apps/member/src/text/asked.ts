import { asked as en } from './en/asked.ts';
import { asked as zh } from './zh/asked.ts';

export const askedText = { 'zh-CN': zh, en };
