import { keepShell } from '@tongxin/web/shell-worker';

/*
 * Only the doors of events open without a network, so this worker is registered for their addresses and for nothing
 * else of the offices' app. The build puts the names of the files and the version here.
 */
keepShell({ page: '/admin/', folder: '/admin/door/', files: ['@files'], name: 'door', version: '@version' });
