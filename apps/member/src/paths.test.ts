import { expect, it } from 'vitest';
import { paths, type Target } from './paths.ts';
import { router } from './routes.tsx';

/** Every address that a page stands behind, as the router knows it. */
const known = Object.keys(router.routesByPath);

it('every link leads to a page that is there, and every page has a link', () => {
  const targets = Object.values(paths).map((make) => (make as (id: string) => Target)('1').to);
  expect(targets.toSorted()).toEqual(known.toSorted());
});

it('the parts of an address are filled in', () => {
  const hrefs = Object.fromEntries(
    Object.entries(paths).map(([name, make]) => [
      name,
      router.buildLocation((make as (id: string) => Target)(name === 'signIn' ? '/member/me' : '1') as never)
        .publicHref,
    ]),
  );
  expect(hrefs).toEqual({
    signIn: '/member/sign-in?then=%2Fmember%2Fme',
    home: '/member/',
    session: '/member/sessions/1',
    event: '/member/events/1',
    notices: '/member/notices',
    turns: '/member/turns',
    experts: '/member/experts',
    visits: '/member/visits',
    writeDown: '/member/write-down',
    draft: '/member/write-down/1',
    slip: '/member/write-down/1/slip',
    record: '/member/record',
    contacts: '/member/contacts',
    me: '/member/me',
    codes: '/member/codes',
  });
});
