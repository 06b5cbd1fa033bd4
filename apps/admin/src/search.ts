/** Keeps the named parts of an address that are text, and drops whatever else somebody put there. */
export function only<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): Partial<Record<Name, string>> => {
    const kept = names.flatMap((name) =>
      typeof search[name] === 'string' ? [[name, search[name]] as const] : [],
    );
    return Object.fromEntries(kept) as Partial<Record<Name, string>>;
  };
}
