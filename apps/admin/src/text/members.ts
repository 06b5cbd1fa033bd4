import { members as en } from './en/members.ts';
import { members as zh } from './zh/members.ts';

export const membersText = { 'zh-CN': zh, en };
