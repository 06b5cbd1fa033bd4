import { broughtIn as en } from './en/brought-in.ts';
import { broughtIn as zh } from './zh/brought-in.ts';

export const broughtInText = { 'zh-CN': zh, en };
