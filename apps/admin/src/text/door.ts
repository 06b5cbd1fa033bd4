import { door as en } from './en/door.ts';
import { door as zh } from './zh/door.ts';

export const doorText = { 'zh-CN': zh, en };
