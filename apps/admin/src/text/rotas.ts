import { rotas as en } from './en/rotas.ts';
import { rotas as zh } from './zh/rotas.ts';

export const rotasText = { 'zh-CN': zh, en };
