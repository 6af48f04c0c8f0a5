// What a page of a PDF holds once its own language of drawing is behind us: words with places, and
// the straight lines around them. Everything after this is a pure function of it, so that layout can
// be tested without a PDF. Places are in points from the upper left corner, downwards.

/** Words set in one go: same font, same size, same line, no gap wider than a space inside. */
export interface Run {
  readonly text: string;
  /** The number of its page. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** The line the letters stand on. */
  readonly baseline: number;
  /** Of the font, in points. */
  readonly size: number;
  readonly bold: boolean;
  /** A font in which all letters are equally wide, as programs are printed in. */
  readonly mono: boolean;
  /** Its place among the runs of its page in the order of the file. */
  readonly order: number;
  /** The file sets a space before it, however narrow. */
  readonly spaced: boolean;
  /** A line is drawn through it, or below it. */
  readonly struck?: boolean;
  readonly underlined?: boolean;
}

/** A straight line across (`row`) or down (`column`) the page, or a box as thin as one. */
export interface Rule {
  readonly along: 'row' | 'column';
  /** Where it stands: the height of one across, the distance from the left of one down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the file, without those of white space alone. */
  readonly runs: readonly Run[];
  /** Words that run in another direction than the page's: up a margin, across as a watermark. */
  readonly turned: readonly Run[];
  readonly rules: readonly Rule[];
  /** A part of the page could not be read, so that words may be missing. */
  readonly damaged: boolean;
}

/** Words that share a baseline, from left to right, with what is raised or lowered among them. */
export interface Row {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters. */
  readonly size: number;
}
