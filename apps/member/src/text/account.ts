import { account as en } from './en/account.ts';
import { account as zh } from './zh/account.ts';

export const accountText = { 'zh-CN': zh, en };
