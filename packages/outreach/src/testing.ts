import type { Context } from '@tongxin/db';
import { addOffer, openLead, placeOrder } from './commands/index.ts';
import { AddOffer, OpenLead, PlaceOrder } from './rules/index.ts';

/** A lead to an invented institute that this visit brought, entered by whoever asks. */
export function makeLead(ctx: Context, over: Partial<Record<keyof OpenLead, unknown>> & { eventId: string }) {
  const lead = OpenLead.parse({
    key: crypto.randomUUID(),
    subject: 'investment',
    organisation: '演示新材料研究院',
    what: '愿意来看场地，想在这里设中试线。',
    contactPost: '研究院合作处处长',
    ...over,
  });
  return openLead(ctx, lead);
}

let made = 0;

/** A line on the menu of the county, or of wherever is said. */
export function makeOffer(ctx: Context, over: Partial<Record<keyof AddOffer, unknown>> = {}) {
  made += 1;
  const offer = AddOffer.parse({
    key: crypto.randomUUID(),
    divisionCode: '330702',
    service: 'health',
    title: `第${made}场义诊`,
    what: '量血压、测血糖，看眼科和骨科。村里准备一间屋和十张椅子。',
    team: '区中心医院医疗队',
    ...over,
  });
  return addOffer(ctx, offer);
}

/** An order of the town's first village. */
export function makeOrder(
  ctx: Context,
  over: Partial<Record<keyof PlaceOrder, unknown>> & { offerId: string },
) {
  const order = PlaceOrder.parse({
    key: crypto.randomUUID(),
    divisionCode: '330702001001',
    wishedOn: '2026-12-02',
    expected: 80,
    words: '老人多，上午来最好。',
    ...over,
  });
  return placeOrder(ctx, order);
}
