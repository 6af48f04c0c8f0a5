import type { Attachment } from 'svelte/attachments';

const pauseMs = 180;

/** The fields of a form as the search part of an address, without those left empty. */
export function searchOf(fields: Iterable<readonly [string, unknown]>): string {
  const params = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value === 'string' && value !== '') params.append(name, value);
  }
  const text = params.toString();
  return text === '' ? '?' : `?${text}`;
}

/**
 * Lets a GET form take effect while it is being filled in: choices at once, typing after a short
 * pause. The form still submits by itself where this never runs.
 */
export function submitWhileTyping(onchange: (search: string) => void): Attachment<HTMLFormElement> {
  return (form) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = (): void => {
      clearTimeout(timer);
      onchange(searchOf(new FormData(form)));
    };
    const onInput = (event: Event): void => {
      clearTimeout(timer);
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'search';
      if (typing) timer = setTimeout(send, pauseMs);
      else send();
    };
    const onSubmit = (event: Event): void => {
      event.preventDefault();
      send();
    };
    form.addEventListener('input', onInput);
    form.addEventListener('submit', onSubmit);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
      form.removeEventListener('submit', onSubmit);
    };
  };
}

/**
 * Keeps a text field in step with the address, but never while somebody types in it: an answer to
 * the first letters must not take away the later ones.
 */
export function followUnlessTyping(text: string): Attachment<HTMLInputElement> {
  return (input) => {
    if (document.activeElement !== input) input.value = text;
  };
}
