import { issues as en } from './en/issues.ts';
import { issues as zh } from './zh/issues.ts';

export const issuesText = { 'zh-CN': zh, en };
