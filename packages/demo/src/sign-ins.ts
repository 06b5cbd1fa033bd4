/** The township where everything can be seen, and whose host signs in. */
export const showcase = '330702103';
/** Its county, whose office and departments sign in. */
export const showcaseCounty = '330702';

/** The member who signs in: one of the showcase county's committee, asked to sessions like the others. */
export const signedInMember = `member:${showcaseCounty}:0`;

const password = 'tongxinhui';

/** The few people of the demo who sign in with a password; everybody may know it. Never made outside the demo. */
const demoPeople = [
  { key: `host:${showcase}`, username: 'host', who: '白龙桥镇主持人', path: '/admin/' },
  {
    key: `county:${showcaseCounty}:router`,
    username: 'county',
    who: '婺城区政协办公室（交办）',
    path: '/admin/',
  },
  {
    key: `county:${showcaseCounty}:closer`,
    username: 'county2',
    who: '婺城区政协办公室（销号）',
    path: '/admin/',
  },
  { key: 'city:3307', username: 'city', who: '市政协办公室', path: '/admin/' },
  {
    key: `clerk:${showcaseCounty}:construction`,
    username: 'department',
    who: '婺城区住建局经办人',
    path: '/admin/',
  },
  { key: 'auditor', username: 'auditor', who: '审计员', path: '/admin/' },
  { key: 'operator', username: 'operator', who: '系统运维', path: '/admin/' },
  { key: 'contact', username: 'contact', who: '社情民意联络点联络员', path: '/admin/' },
  { key: 'member', username: 'member', who: '政协委员', path: '/member/' },
] as const;

export type DemoSignIn = { who: string; path: string; name: string; password: string };

/** Who can sign in to the demo city, and with what. */
export function demoSignIns(): readonly DemoSignIn[] {
  return demoPeople.map(({ who, path, username }) => ({ who, path, name: username, password }));
}

/** The password of these people, for the records. */
export function passwordOf(key: string): { username: string; password: string } | undefined {
  const person = demoPeople.find((one) => one.key === key);
  return person === undefined ? undefined : { username: person.username, password };
}
