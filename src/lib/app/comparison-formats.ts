/** The forms in which a comparison leaves Parley, by the ending of their files. */
export const comparisonFormats = ['md', 'csv', 'json'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];
