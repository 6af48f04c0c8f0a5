/** The languages findings can be told in. A new one is a sibling of `en/` that fills `Phrases`. */
export const speakerLanguages = ['en'] as const;

export type SpeakerLanguage = (typeof speakerLanguages)[number];
