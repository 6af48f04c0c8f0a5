/** Text with a capital first letter. */
export const capitalise = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);
