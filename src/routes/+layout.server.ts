import { readTheme, themeCookie } from '#lib/ui/theme.ts';
import type { LayoutServerLoad } from './$types';

/** Every page knows the stored theme, so that the first paint has it. */
export const load: LayoutServerLoad = ({ cookies }) => ({
  theme: readTheme(cookies.get(themeCookie)),
});
