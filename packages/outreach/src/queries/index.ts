export { getLead, listLeads } from './leads.ts';
export { listMenu } from './menu.ts';
export { getOrder, listOrders } from './orders.ts';
