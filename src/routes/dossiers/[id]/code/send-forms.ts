import { applyAction, deserialize } from '$app/forms';
import type { Attachment } from 'svelte/attachments';

interface Sending {
  /**
   * Called before a form goes out; false keeps it here. `carries` tells whether it brings along what was
   * typed into the form of the provision.
   */
  readonly onsend: (carries: boolean) => boolean;
  /** Called when the answer leads nowhere: what was typed is here still. */
  readonly onstay: () => void;
  /** Called when nothing was done, before that is shown. */
  readonly onrefused: () => void;
  /** Called when no answer came. */
  readonly onlost: () => void;
  /** Hears of every act until its answer is shown. */
  readonly during: (act: Promise<void>) => void;
}

/**
 * Sends the forms of a page without loading it anew, whichever of its buttons was pressed, so that keys
 * go on working between one act and the next. Without a program the browser sends them itself.
 */
export function sendForms(sending: Sending): Attachment<HTMLElement> {
  return (root) => {
    let isBusy = false;

    const send = async (form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> => {
      const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
      const response = await fetch(new URL(action, location.href), {
        method: 'POST',
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        body: new FormData(form, submitter),
      });
      const result = deserialize(await response.text());
      if (result.type !== 'redirect') sending.onstay();
      if (result.type === 'failure' || result.type === 'error') sending.onrefused();
      await applyAction(result);
    };

    const onSubmit = (event: SubmitEvent): void => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.getAttribute('method') !== 'post') return;
      event.preventDefault();
      // One act at a time.
      if (isBusy || !sending.onsend(form.hasAttribute('data-carries'))) return;
      isBusy = true;
      const act = send(form, event.submitter)
        .catch(sending.onlost)
        .finally(() => {
          isBusy = false;
        });
      sending.during(act);
    };

    root.addEventListener('submit', onSubmit);
    return () => root.removeEventListener('submit', onSubmit);
  };
}
