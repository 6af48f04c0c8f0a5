import { readTheme, themeCookie } from '#lib/ui/theme.ts';
import type { LayoutServerLoad } from './$types';

/** Every page knows the stored theme, so that the first paint has it, and who is signed in. */
export const load: LayoutServerLoad = ({ cookies, locals }) => {
  const { viewer } = locals;
  const signedIn = viewer?.via === 'session';
  return {
    theme: readTheme(cookies.get(themeCookie)),
    account: signedIn ? { name: viewer.name, admin: viewer.admin } : undefined,
    mayEnter: viewer !== undefined,
    runsIt: viewer?.admin === true,
  };
};
