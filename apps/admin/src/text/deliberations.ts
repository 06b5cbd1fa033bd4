import { deliberations as en } from './en/deliberations.ts';
import { deliberations as zh } from './zh/deliberations.ts';

export const deliberationsText = { 'zh-CN': zh, en };
