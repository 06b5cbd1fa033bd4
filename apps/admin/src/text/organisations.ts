import { organisations as en } from './en/organisations.ts';
import { organisations as zh } from './zh/organisations.ts';

export const organisationsText = { 'zh-CN': zh, en };
