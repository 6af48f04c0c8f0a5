/** The place of a row in an address; 0 for what is none. */
export const readPlace = (text: string | null): number =>
  /^\d{1,7}$/.test(text ?? '') ? Number(text) : 0;
