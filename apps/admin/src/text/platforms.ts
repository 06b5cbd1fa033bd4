import { platforms as en } from './en/platforms.ts';
import { platforms as zh } from './zh/platforms.ts';

export const platformsText = { 'zh-CN': zh, en };
