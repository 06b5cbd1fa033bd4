/** A file that a generator writes: its path from the root, and its text. */
export interface WrittenFile {
  path: string;
  text: string;
}

/** What a generator answers: the files, and what a person does next, one step per line. */
export interface Plan {
  files: WrittenFile[];
  next: string[];
}

/** `outcome-lines` → `OutcomeLines`. */
export function pascal(kebab: string): string {
  return kebab.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** `outcome-lines` → `outcomeLines`. */
export function camel(kebab: string): string {
  return kebab.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The one of many: `duties` → `duty`, `halls` → `hall`, `livelihood` stays. */
export function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.endsWith('s') && !plural.endsWith('ss') ? plural.slice(0, -1) : plural;
}
