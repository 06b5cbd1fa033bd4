/** Where a link leads: an address of this app, with its parts. */
export type Target = {
  to: string;
  params?: Record<string, string>;
  search?: Record<string, string | undefined>;
};

/** A link to every screen: `<Go {...paths.session(id)}>`. */
export const paths = {
  signIn: (then?: string): Target => ({ to: '/sign-in', search: { then } }),
  home: (): Target => ({ to: '/' }),
  session: (id: string): Target => ({ to: '/sessions/$id', params: { id } }),
  event: (id: string): Target => ({ to: '/events/$id', params: { id } }),
  notices: (): Target => ({ to: '/notices' }),
  turns: (): Target => ({ to: '/turns' }),
  experts: (): Target => ({ to: '/experts' }),
  visits: (): Target => ({ to: '/visits' }),
  writeDown: (): Target => ({ to: '/write-down' }),
  draft: (id: string): Target => ({ to: '/write-down/$id', params: { id } }),
  slip: (id: string): Target => ({ to: '/write-down/$id/slip', params: { id } }),
  record: (): Target => ({ to: '/record' }),
  contacts: (): Target => ({ to: '/contacts' }),
  me: (): Target => ({ to: '/me' }),
  codes: (): Target => ({ to: '/codes' }),
};
