import { orders as en } from './en/orders.ts';
import { orders as zh } from './zh/orders.ts';

export const ordersText = { 'zh-CN': zh, en };
