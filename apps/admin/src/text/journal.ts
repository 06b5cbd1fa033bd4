import { journal as en } from './en/journal.ts';
import { journal as zh } from './zh/journal.ts';

export const journalText = { 'zh-CN': zh, en };
