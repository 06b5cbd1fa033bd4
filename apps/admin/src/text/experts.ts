import { experts as en } from './en/experts.ts';
import { experts as zh } from './zh/experts.ts';

export const expertsText = { 'zh-CN': zh, en };
