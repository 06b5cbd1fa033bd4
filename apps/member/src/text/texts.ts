import { en } from './en.ts';
import { zh } from './zh.ts';

export const texts = { 'zh-CN': zh, en };
