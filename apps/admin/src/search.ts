/** Reads an address as text: the router's own reading would make numbers of the codes of divisions. */
export function readSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes an address; what is not set is left out. */
export function writeSearch(search: Record<string, unknown>): string {
  const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps the named parts of an address that are text, and drops whatever else somebody put there. */
export function only<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): Partial<Record<Name, string>> => {
    const kept = names.flatMap((name) =>
      typeof search[name] === 'string' ? [[name, search[name]] as const] : [],
    );
    return Object.fromEntries(kept) as Partial<Record<Name, string>>;
  };
}
