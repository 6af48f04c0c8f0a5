// Single keys can be switched off for those they get in the way of (WCAG 2.1.4); all pages share that.
const setting = 'parley-single-keys';

/** Whether single keys are on in this browser. */
export const areKeysOn = (): boolean => localStorage.getItem(setting) !== 'off';

/** Keeps the choice for this browser. */
export const keepKeys = (on: boolean): void => localStorage.setItem(setting, on ? 'on' : 'off');
