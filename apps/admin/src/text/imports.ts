import { imports as en } from './en/imports.ts';
import { imports as zh } from './zh/imports.ts';

export const importsText = { 'zh-CN': zh, en };
