import { chain as en } from './en/chain.ts';
import { chain as zh } from './zh/chain.ts';

export const chainText = { 'zh-CN': zh, en };
