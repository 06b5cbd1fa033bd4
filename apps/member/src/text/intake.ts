import { intake as en } from './en/intake.ts';
import { intake as zh } from './zh/intake.ts';

export const intakeText = { 'zh-CN': zh, en };
