import { system, newId, type AccountActor } from '@tongxin/core';
import { openMunicipality, migrateAll, transact, type Context } from '@tongxin/db';
import { startEmbedded } from '../base/db/src/embedded.ts';
import { importDivisions } from '@tongxin/divisions/commands';
import { createOrganisation } from '@tongxin/organisations/commands';
import { acceptIssue, closeIssue, judgeIssue, openWords, publishIssue, replyToIssue, routeIssue, saveHandlingCopy, submitIssue, takeIssue, verifyReply } from '@tongxin/issues/commands';
import { tellingConnections, stats } from './src/connections.ts';

const server = await startEmbedded({ volatile: true });
try {
  await migrateAll(server.url, '3307');
  const base = openMunicipality(server.url, '3307', { connections: 3 });
  const keys = { vault: { current: 'k', keys: { k: new Uint8Array(32).fill(1) } }, receipt: new Uint8Array(32).fill(2), telephone: new Uint8Array(32).fill(3) };
  const ctx0: Context = { municipality: base, actor: system, now: () => Temporal.Now.instant(), keys };
  let t = performance.now();
  await importDivisions(ctx0, { city: '3307' });
  console.log('divisions', performance.now() - t);
  const acct = (role: any, divisionCode: string | null, organisationId: string | null = null): AccountActor => ({ kind: 'account', accountId: newId(), name: 'x', grants: [{ role, divisionCode, organisationId, matterId: null }] });
  await createOrganisation(ctx0, { kind: 'county_office', name: 'c', divisionCode: '330702' });
  const unit = await createOrganisation(ctx0, { kind: 'department', name: 'd', divisionCode: '330702' });
  const towns = ['330702100','330702101','330702102','330702103','330702104','330702105','330702106','330702107','330702108'];
  for (const tt of towns) await createOrganisation(ctx0, { kind: 'township_group', name: 'g', divisionCode: tt });
  const [c1, c2, c3] = [1, 2, 3].map(() => acct('county_office', '330702'));
  const clerk = acct('department_clerk', null, unit);
  const { execSync } = await import('node:child_process');
  const { readFileSync, readdirSync } = await import('node:fs');
  const pgCpu = () => { let sum = 0; for (const pid of readdirSync('/proc')) { if (!/^\d+$/.test(pid)) continue; try { const st = readFileSync(`/proc/${pid}/stat`, 'utf8'); if (!st.includes('(postgres)')) continue; const ppid = 0; const cmd = readFileSync(`/proc/${pid}/cmdline`, 'utf8'); const f = st.slice(st.lastIndexOf(')') + 2).split(' '); if (cmd.includes('tongxin') && cmd.includes(port)) sum += Number(f[11]) + Number(f[12]); } catch {} } return sum * 10; };
  const port = '(';
  const wakes = () => Number(/^ctxt (\d+)/m.exec(readFileSync('/proc/stat', 'utf8'))![1]);
  const modes = [[9, true, true], [9, true, true]] as [number, boolean, boolean][];
  for (const [lanes, prepare, post] of modes) {
    const m = tellingConnections(base, lanes, prepare, post);
    const N = 900; let left = N;
    stats.awaited = stats.posted = 0;
    const c0 = process.cpuUsage(); const p0 = pgCpu(); t = performance.now();
    await Promise.all(towns.slice(0, lanes).map(async (town) => {
      const host = acct('host', town);
      while (left > 0) {
        left -= 10;
        await transact({ ...ctx0, municipality: m, retelling: true }, async (tx, inside) => {
          for (let k = 0; k < 10; k++) {
          const as = (actor: any): Context => ({ ...inside, actor });
          const { id } = await submitIssue(inside, { key: crypto.randomUUID(), divisionCode: town, words: '路灯坏了好久', photoIds: [], contact: {}, channel: 'web' } as any);
          await acceptIssue(as(host), { id });
          await openWords(as(host), { id });
          await saveHandlingCopy(as(host), { id, title: '路灯不亮', text: '居民反映路灯不亮。', confirmed: false });
          await routeIssue(as(c1), { id, unitId: unit, term: 'simple', confirmed: false });
          await takeIssue(as(clerk), { id });
          await replyToIssue(as(clerk), { id, class: 'solved', text: '已经修好了。', photoIds: [], confirmed: false });
          await verifyReply(as(c2), { id });
          await judgeIssue(as({ kind: 'resident', matterId: id }), { key: crypto.randomUUID(), solved: 'yes', stars: 5 });
          await closeIssue(as(c3), { id });
          await publishIssue(as(c3), { id, confirmed: false });
          }
        });
      }
    }));
    const dt = performance.now() - t; const c = process.cpuUsage(c0); const p = pgCpu() - p0;
    console.log(JSON.stringify({ lanes, prepare, post, ms: Math.round(dt), perIssue: +(dt / N).toFixed(1), nodeCpu: +((c.user + c.system) / 1000 / N).toFixed(1), nodeUser: +(c.user / 1000 / N).toFixed(1), pgCpu: +(p / N).toFixed(1), awaited: stats.awaited / N, posted: stats.posted / N }));
    await m.close();
  }
  await base.close();
} finally { await server.stop(); }
