import type { goto } from '$app/navigation';
import type { Attachment } from 'svelte/attachments';

interface Following {
  /** Whether a link leads to where this page goes by itself; others are left to the browser. */
  readonly isOwn: (url: URL) => boolean;
  readonly go: typeof goto;
}

/**
 * Sets out for another clause in the moment a link to it is pressed, by hand or by key. The router alone
 * waits until the press has been painted, and a key that comes in between would still act on the clause left.
 */
export function followLinks({ isOwn, go }: Following): Attachment<HTMLElement> {
  return (root) => {
    const onClick = (event: MouseEvent): void => {
      const isChosen = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (event.defaultPrevented || event.button !== 0 || isChosen) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || link.target !== '') return;
      const url = new URL(link.href);
      if (url.origin !== location.origin || !isOwn(url)) return;
      event.preventDefault();
      void go(url, {
        noScroll: link.hasAttribute('data-sveltekit-noscroll'),
        replaceState: url.href === location.href,
      });
    };

    root.addEventListener('click', onClick);
    return () => root.removeEventListener('click', onClick);
  };
}
