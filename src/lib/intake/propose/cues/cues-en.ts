import type { Cues } from './cues.ts';
import { englishFigures } from './figures-en.ts';
import { englishModality } from './modality-en.ts';
import { englishSpeech } from './speech-en.ts';
import { englishTimes } from './times-en.ts';

/** Cue words of English: of memoranda (noun phrases, bare present) and contracts (modal verbs). */
export const english: Cues = {
  ...englishModality,
  ...englishSpeech,
  ...englishTimes,
  ...englishFigures,
};
