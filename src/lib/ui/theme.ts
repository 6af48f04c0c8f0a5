/** Light, dark, or whatever the reader's system says. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The cookie that keeps the choice. */
export const themeCookie = 'parley-theme';

/** The theme a stored or posted value names; anything else follows the system. */
export const readTheme = (value: unknown): Theme =>
  themes.find((theme) => theme === value) ?? 'system';

/** A path of this site to go back to; anything that could lead elsewhere becomes the start page. */
export function readReturnPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
  return /[\p{Cc}\\]/u.test(value) ? '/' : value;
}
