import { expect, it } from 'vitest';
import { links } from './links.ts';

const id = '019ab000-0000-7000-8000-000000000001';

it('every address of the residents’ site is known', () => {
  const { home, find, place, tell, settings, photo, sessions, settled, sites, events, ...others } = links;
  const plain = Object.entries(others).map(([name, link]) => [name, link(id)]);
  const addresses = {
    ...Object.fromEntries(plain),
    home: home(),
    find: [find(), find({ q: '苏溪镇 胡宅' }), find({ in: '330782' })],
    place: place('330782105'),
    tell: [tell(), tell({ place: '330782105' })],
    sessions: [sessions(), sessions({ in: '330782', past: '1', after: 'x_y' })],
    events: [events(), events({ site: id, past: '1', after: 'x_y' })],
    sites: [sites(), sites({ in: '330782105', after: 'x_y' })],
    settled: [settled(), settled({ in: '330782', as: 'solved', after: 'x_y' })],
    settings: [settings({ look: 'elder', back: '/find?q=a' }), settings({ lang: 'en', back: '/' })],
    photo: photo(id, 'small'),
  };
  expect(addresses).toMatchInlineSnapshot(`
    {
      "about": "/about",
      "accessibility": "/accessibility",
      "answer": "/follow/answer",
      "askReview": "/follow/review",
      "bounce": "/follow/bounce",
      "brand": "/brands/019ab000-0000-7000-8000-000000000001",
      "case": "/settled/019ab000-0000-7000-8000-000000000001",
      "chain": "/chain/019ab000-0000-7000-8000-000000000001",
      "erase": "/follow/erase",
      "event": "/events/019ab000-0000-7000-8000-000000000001",
      "eventArchive": "/archives/events/019ab000-0000-7000-8000-000000000001.zip",
      "eventCalendar": "/events/019ab000-0000-7000-8000-000000000001.ics",
      "events": [
        "/events",
        "/events?site=019ab000-0000-7000-8000-000000000001&past=1&after=x_y",
      ],
      "find": [
        "/find",
        "/find?q=%E8%8B%8F%E6%BA%AA%E9%95%87+%E8%83%A1%E5%AE%85",
        "/find?in=330782",
      ],
      "findTicket": "/tickets",
      "follow": "/follow",
      "forgetPlace": "/place/forget",
      "giveBack": "/tickets/019ab000-0000-7000-8000-000000000001/give-back",
      "hallCalendar": "/halls/019ab000-0000-7000-8000-000000000001.ics",
      "home": "/",
      "judge": "/follow/judge",
      "judgeLine": "/follow/judge/019ab000-0000-7000-8000-000000000001",
      "leave": "/follow/leave",
      "matter": "/follow/matter",
      "member": "/m/019ab000-0000-7000-8000-000000000001",
      "members": "/member/",
      "myChain": "/follow/chain",
      "offices": "/admin/",
      "photo": "/files/019ab000-0000-7000-8000-000000000001/small",
      "place": "/place/330782105",
      "placeCalendar": "/places/019ab000-0000-7000-8000-000000000001.ics",
      "placeOptions": "/find/options",
      "privacy": "/privacy",
      "rememberPlace": "/place/019ab000-0000-7000-8000-000000000001/remember",
      "reopen": "/follow/reopen",
      "session": "/sessions/019ab000-0000-7000-8000-000000000001",
      "sessionCalendar": "/sessions/019ab000-0000-7000-8000-000000000001.ics",
      "sessions": [
        "/sessions",
        "/sessions?in=330782&past=1&after=x_y",
      ],
      "settings": [
        "/settings?look=elder&back=%2Ffind%3Fq%3Da",
        "/settings?lang=en&back=%2F",
      ],
      "settled": [
        "/settled",
        "/settled?in=330782&as=solved&after=x_y",
      ],
      "site": "/sites/019ab000-0000-7000-8000-000000000001",
      "sites": [
        "/sites",
        "/sites?in=330782105&after=x_y",
      ],
      "takeSeat": "/sessions/019ab000-0000-7000-8000-000000000001/seat",
      "tell": [
        "/tell",
        "/tell?place=330782105",
      ],
      "tellContact": "/tell/contact",
      "tellEmergency": "/tell/emergency",
      "tellPlace": "/tell/place",
      "tellReceipt": "/tell/receipt",
      "tellSend": "/tell/send",
      "tellWhat": "/tell/what",
      "ticket": "/tickets/019ab000-0000-7000-8000-000000000001",
      "withdraw": "/follow/withdraw",
    }
  `);
});

it('what a person typed becomes part of an address and nothing else', () => {
  expect(links.ticket('../admin?x=1#y')).toBe('/tickets/..%2Fadmin%3Fx%3D1%23y');
  expect(links.find({ q: 'a&in=b' })).toBe('/find?q=a%26in%3Db');
});
