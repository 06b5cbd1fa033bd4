import { expect, it } from 'vitest';
import { links } from './links.ts';

const id = '019ab000-0000-7000-8000-000000000001';

it('every address of the residents’ site is known', () => {
  const { home, find, place, tell, settings, photo, sessions, settled, ...others } = links;
  const plain = Object.entries(others).map(([name, link]) => [name, link(id)]);
  const addresses = {
    ...Object.fromEntries(plain),
    home: home(),
    find: [find(), find({ q: '苏溪镇 胡宅' }), find({ in: '330782' })],
    place: place('330782105'),
    tell: [tell(), tell({ place: '330782105' })],
    sessions: [sessions(), sessions({ in: '330782', past: '1', after: 'x_y' })],
    settled: [settled(), settled({ in: '330782', as: 'solved', after: 'x_y' })],
    settings: [settings({ look: 'elder', back: '/find?q=a' }), settings({ lang: 'en', back: '/' })],
    photo: photo(id, 'small'),
  };
  expect(addresses).toMatchInlineSnapshot();
});

it('what a person typed becomes part of an address and nothing else', () => {
  expect(links.ticket('../admin?x=1#y')).toBe('/tickets/..%2Fadmin%3Fx%3D1%23y');
  expect(links.find({ q: 'a&in=b' })).toBe('/find?q=a%26in%3Db');
});
