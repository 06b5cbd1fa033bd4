import { findPersonal, type PersonalKind } from '@tongxin/core';

/** A piece of a text that is about to be public and may tell who somebody is. */
export type Finding = {
  /** Which text it stands in: `summary`, `agreed.0`, `lines.2.measure`. */
  where: string;
  kind: PersonalKind;
  text: string;
  start: number;
  end: number;
  /** What a person sends back to let it stand; another wording is another key. */
  key: string;
};

/** Every such piece, text by text in the given order, in the order of each text. */
export function findingsIn(texts: Readonly<Record<string, string>>): Finding[] {
  return Object.entries(texts).flatMap(([where, whole]) =>
    findPersonal(whole).map((piece) => ({ where, ...piece, key: `${where}:${piece.text}` })),
  );
}

/** What a person has not looked at yet. */
export function unconfirmed(
  texts: Readonly<Record<string, string>>,
  confirmed: readonly string[],
): Finding[] {
  const seen = new Set(confirmed);
  return findingsIn(texts).filter(({ key }) => !seen.has(key));
}

type Minutes = {
  agreed: readonly { text: string }[];
  notAgreed: readonly { text: string }[];
  summary: string;
};
type Line = { suggestion: string; measure: string };

/** The texts of a session that publishing makes public, by where they stand. */
export function publicTexts(minutes: Minutes, lines: readonly Line[]): Record<string, string> {
  const named = (name: string, points: Minutes['agreed']) =>
    points.map(({ text }, at) => [`${name}.${at}`, text] as const);
  return Object.fromEntries([
    ...named('agreed', minutes.agreed),
    ...named('notAgreed', minutes.notAgreed),
    ['summary', minutes.summary] as const,
    ...lines.flatMap(({ suggestion, measure }, at) => [
      [`lines.${at}.suggestion`, suggestion] as const,
      [`lines.${at}.measure`, measure] as const,
    ]),
  ]);
}
