/** What a person chose about how pages look; kept in a cookie. */
export const looks = ['normal', 'large', 'larger', 'elder'] as const;
export type Look = (typeof looks)[number];

type Query = Readonly<Record<string, string | undefined>>;

function address(path: string, query: Query = {}): string {
  const set = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as [string, string]],
  );
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`;
}

const segment = encodeURIComponent;

/** Every address of the residents' site. Nothing else in this app or its server writes one. */
export const links = {
  home: () => '/',
  find: (query: { q?: string; in?: string } = {}) => address('/find', query),
  place: (code: string) => `/place/${segment(code)}`,
  rememberPlace: (code: string) => `/place/${segment(code)}/remember`,
  forgetPlace: () => '/place/forget',
  tell: (query: { place?: string } = {}) => address('/tell', query),
  tellWhat: () => '/tell/what',
  tellPlace: () => '/tell/place',
  tellEmergency: () => '/tell/emergency',
  tellContact: () => '/tell/contact',
  tellSend: () => '/tell/send',
  tellReceipt: () => '/tell/receipt',
  follow: () => '/follow',
  matter: () => '/follow/matter',
  leave: () => '/follow/leave',
  answer: () => '/follow/answer',
  judge: () => '/follow/judge',
  judgeLine: (lineId: string) => `/follow/judge/${segment(lineId)}`,
  reopen: () => '/follow/reopen',
  withdraw: () => '/follow/withdraw',
  bounce: () => '/follow/bounce',
  askReview: () => '/follow/review',
  erase: () => '/follow/erase',
  myChain: () => '/follow/chain',
  sessions: (query: { in?: string; past?: '1'; after?: string } = {}) => address('/sessions', query),
  session: (id: string) => `/sessions/${segment(id)}`,
  brand: (code: string, query: { after?: string } = {}) => address(`/brands/${segment(code)}`, query),
  takeSeat: (id: string) => `/sessions/${segment(id)}/seat`,
  sites: (query: { in?: string; after?: string } = {}) => address('/sites', query),
  site: (id: string) => `/sites/${segment(id)}`,
  /** Where a member's public QR leads. */
  member: (code: string) => `/m/${segment(code)}`,
  events: (query: { site?: string; past?: '1'; after?: string } = {}) => address('/events', query),
  event: (id: string) => `/events/${segment(id)}`,
  eventArchive: (id: string) => `/archives/events/${segment(id)}.zip`,
  eventCalendar: (id: string) => `/events/${segment(id)}.ics`,
  sessionCalendar: (id: string) => `/sessions/${segment(id)}.ics`,
  hallCalendar: (id: string) => `/halls/${segment(id)}.ics`,
  placeCalendar: (code: string) => `/places/${segment(code)}.ics`,
  findTicket: () => '/tickets',
  ticket: (ticket: string) => `/tickets/${segment(ticket)}`,
  giveBack: (ticket: string) => `/tickets/${segment(ticket)}/give-back`,
  settled: (query: { in?: string; as?: string; after?: string } = {}) => address('/settled', query),
  case: (id: string) => `/settled/${segment(id)}`,
  chain: (id: string) => `/chain/${segment(id)}`,
  about: () => '/about',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  settings: (query: { look?: Look; lang?: string; back: string }) => address('/settings', query),
  photo: (id: string, size: 'small' | 'large') => `/files/${segment(id)}/${size}`,
  placeOptions: () => '/find/options',
  offices: () => '/admin/',
  members: () => '/member/',
};
