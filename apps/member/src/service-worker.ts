import { keepShell } from '@tongxin/web/shell-worker';

// The build puts the names of its files and the version here.
keepShell({
  page: '/member/',
  folder: '/member/',
  files: ['@files'],
  name: 'shell',
  version: '@version',
});
