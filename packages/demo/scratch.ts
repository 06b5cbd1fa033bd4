import { system } from '@tongxin/core';
import { openMunicipality, migrateAll, type Context } from '@tongxin/db';
import { startEmbedded } from '../base/db/src/embedded.ts';
import { tellDemoCity } from './src/index.ts';
import { readFileSync, readdirSync } from 'node:fs';

const server = await startEmbedded({ volatile: true });
const port = new URL(server.url).port;
const pgCpu = () => { const procs = readdirSync('/proc').filter((p) => /^\d+$/.test(p)).map((pid) => { try { return { pid, cmd: readFileSync(`/proc/${pid}/cmdline`, 'utf8'), stat: readFileSync(`/proc/${pid}/stat`, 'utf8') }; } catch { return undefined; } }).filter((p) => p !== undefined); const main = procs.find((p) => p.cmd.includes(`\0-p\0${port}\0`)); let sum = 0; for (const p of procs) { const f = p.stat.slice(p.stat.lastIndexOf(')') + 2).split(' '); if (p.pid === main?.pid) sum += Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14]); else if (f[1] === main?.pid) sum += Number(f[11]) + Number(f[12]); } return sum / 100; };
try {
  await migrateAll(server.url, '3307');
  const base = openMunicipality(server.url, '3307', { connections: 8 });
  const keys = { vault: { current: 'k', keys: { k: new Uint8Array(32).fill(1) } }, receipt: new Uint8Array(32).fill(2), telephone: new Uint8Array(32).fill(3) };
  const now = Temporal.Instant.from(process.env.NOW ?? '2026-11-21T07:00:00Z');
  const ctx: Context = { municipality: base, actor: system, now: () => now, keys };
  const t = performance.now();
  const cpu = process.cpuUsage();
  const at = () => { const c = process.cpuUsage(cpu); return `${((performance.now() - t) / 1000).toFixed(1)}s node ${((c.user + c.system) / 1e6).toFixed(1)} pg ${pgCpu().toFixed(1)}`; };
  await tellDemoCity(ctx, { small: process.argv[2] === 'small', progress: (line) => console.log(at(), line) });
  console.log(at(), 'done');
  if (process.env.KEEP) { console.log(server.url); await new Promise(() => undefined); }
  await base.close();
} finally { await server.stop(); }
