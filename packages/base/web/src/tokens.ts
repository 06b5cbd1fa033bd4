/**
 * The colours of the house. Text on `paper` and on `ground` reaches 7:1, marks and control borders 3:1 (WCAG 1.4.3,
 * 1.4.6, 1.4.11); a colour is never the only sign of what it says.
 */
export const tokens = {
  ink: '#1b2733',
  quiet: '#46535f',
  paper: '#ffffff',
  ground: '#f3f5f7',
  line: '#d5dce2',
  control: '#7d8994',
  primary: '#14568c',
  primaryDark: '#0e3f68',
  primarySoft: '#e6f0f8',
  late: '#a3231b',
  lateSoft: '#fcebe9',
  soon: '#7a4b00',
  soonSoft: '#fdf2dc',
  done: '#1c623e',
  doneSoft: '#e5f4ec',
} as const;

/** Puts the colours where the style sheets read them: `--ink`, `--primary-soft` and so on. */
export function applyTokens(element: HTMLElement): void {
  for (const [name, colour] of Object.entries(tokens)) {
    element.style.setProperty(
      `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    );
  }
}
