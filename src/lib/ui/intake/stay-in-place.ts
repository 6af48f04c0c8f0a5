import type { goto } from '$app/navigation';
import { applyAction } from '$app/forms';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';

/**
 * What follows when a form was sent without loading the page anew: the answer is shown, and the page
 * stays where it was, scrolled as it was and with the focus where it was. `tell` hears whether an
 * answer is being waited for, and from where.
 */
export const stayInPlace =
  (go: typeof goto, tell: (busy: boolean, action: URL) => void = () => undefined): SubmitFunction =>
  ({ action }) => {
    tell(true, action);
    return async ({ result }) => {
      await follow(result, go);
      tell(false, action);
    };
  };

async function follow(result: ActionResult, go: typeof goto): Promise<void> {
  if (result.type !== 'redirect') return applyAction(result);
  const here = new URL(window.location.href);
  const there = new URL(result.location, here);
  const stays = there.pathname === here.pathname;
  await go(there, {
    ...{ invalidateAll: true, replaceState: stays },
    ...{ noScroll: stays, keepFocus: stays },
  });
}
