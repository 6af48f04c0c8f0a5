import type { Attachment } from 'svelte/attachments';

const pauseMs = 250;

/**
 * Tells of a form when it is first shown and after each pause in typing; `onedit` at once, whenever
 * somebody changes something.
 */
export function watchForm(
  onpause: (form: HTMLFormElement) => void,
  onedit: () => void,
): Attachment<HTMLFormElement> {
  return (form) => {
    let timer = setTimeout(() => onpause(form), 0);
    const onInput = (): void => {
      onedit();
      clearTimeout(timer);
      timer = setTimeout(() => onpause(form), pauseMs);
    };
    form.addEventListener('input', onInput);
    form.addEventListener('change', onInput);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
      form.removeEventListener('change', onInput);
    };
  };
}
