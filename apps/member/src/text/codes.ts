import { codes as en } from './en/codes.ts';
import { codes as zh } from './zh/codes.ts';

export const codesText = { 'zh-CN': zh, en };
