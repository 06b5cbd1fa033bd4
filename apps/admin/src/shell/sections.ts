import type { Role } from '@tongxin/core';
import type { shell } from '../text/zh/shell.ts';
import { paths } from '../paths.ts';

type Section = {
  name: keyof typeof shell.sections;
  link: ReturnType<(typeof paths)[keyof typeof paths]>;
  /** Whose work it is; everybody's when nobody is named. Only a matter of order: the server decides. */
  roles?: readonly Role[];
};

const offices = ['host', 'county_office', 'city_office'] as const;
const readers = [...offices, 'auditor'] as const;

const sections: readonly Section[] = [
  { name: 'home', link: paths.home() },
  { name: 'notices', link: paths.notices(), roles: [...readers, 'department_clerk'] },
  { name: 'issues', link: paths.issues(), roles: [...offices, 'department_clerk'] },
  { name: 'broughtIn', link: paths.broughtIn(), roles: ['contact_person'] },
  { name: 'topics', link: paths.topics(), roles: offices },
  { name: 'sessions', link: paths.sessions(), roles: readers },
  { name: 'events', link: paths.events(), roles: readers },
  { name: 'invitations', link: paths.askedOfUnits(), roles: [...offices, 'department_clerk'] },
  { name: 'rotas', link: paths.rotas(), roles: readers },
  { name: 'experts', link: paths.experts(), roles: offices },
  { name: 'visits', link: paths.visits(), roles: ['county_office', 'city_office'] },
  { name: 'villageOrders', link: paths.villageOrders(), roles: offices },
  { name: 'leads', link: paths.leads(), roles: offices },
  { name: 'lines', link: paths.lines(), roles: [...readers, 'department_clerk'] },
  { name: 'platforms', link: paths.platforms(), roles: readers },
  { name: 'members', link: paths.members(), roles: readers },
  { name: 'organisations', link: paths.organisations(), roles: [...readers, 'operator'] },
  { name: 'reports', link: paths.reports(), roles: readers },
  { name: 'journal', link: paths.journal(), roles: ['auditor'] },
  {
    name: 'accounts',
    link: paths.accounts(),
    roles: ['county_office', 'city_office', 'operator', 'auditor'],
  },
];

/** The sections that are this person's work, in the order of the menu. */
export function sectionsFor(held: readonly Role[]): readonly Section[] {
  return sections.filter(({ roles }) => roles === undefined || roles.some((role) => held.includes(role)));
}
