// Whether the two columns of the reading page scroll together, kept for this browser.
const setting = 'parley-read-together';

const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The reader's choice; without one they do, unless the reader asked for little motion. */
export function areTogether(): boolean {
  const kept = localStorage.getItem(setting);
  return kept === null ? !prefersStill() : kept === 'on';
}

/** Keeps the choice for this browser. */
export const keepTogether = (on: boolean): void => localStorage.setItem(setting, on ? 'on' : 'off');
