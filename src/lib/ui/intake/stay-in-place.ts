import type { goto } from '$app/navigation';
import { applyAction } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';

/**
 * What follows when a form was sent without loading the page anew: the answer is shown, and the page
 * stays where it was, scrolled as it was and with the focus where it was.
 */
export const stayInPlace =
  (go: typeof goto): SubmitFunction =>
  () =>
  async ({ result }) => {
    if (result.type !== 'redirect') return applyAction(result);
    const here = new URL(window.location.href);
    const there = new URL(result.location, here);
    const stays = there.pathname === here.pathname;
    await go(there, {
      ...{ invalidateAll: true, replaceState: stays },
      ...{ noScroll: stays, keepFocus: stays },
    });
  };
