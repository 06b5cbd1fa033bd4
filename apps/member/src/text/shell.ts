import { shell as en } from './en/shell.ts';
import { shell as zh } from './zh/shell.ts';

export const shellText = { 'zh-CN': zh, en };
