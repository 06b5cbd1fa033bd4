/** Something the worker does again and again. */
export type Chore = { name: string; everyMs: number; work: () => Promise<unknown> };

/**
 * Does each chore at once and then again after its pause, never twice at the same time in this process. A chore
 * that fails is reported and tried again at its next turn. Stopping waits for what is under way.
 */
export function startChores(chores: readonly Chore[], report: (name: string, error: unknown) => void) {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const turn = async ({ name, work }: Chore) => {
    try {
      await work();
    } catch (error) {
      report(name, error);
    }
  };
  const start = (chore: Chore) => {
    const doing = turn(chore).finally(() => {
      underWay.delete(doing);
      if (stopped) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(chore);
      }, chore.everyMs);
      timers.add(timer);
    });
    underWay.add(doing);
  };
  for (const chore of chores) start(chore);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}
