export { dropLead, followUp, landLead, openLead } from './leads.ts';
export { addOffer, endOffer } from './menu.ts';
export {
  callOffOrder,
  changeDate,
  dateOrder,
  declineOrder,
  placeOrder,
  serveOrder,
  tellDeclined,
} from './orders.ts';
