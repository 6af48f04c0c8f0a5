/** What the page of sources draws. Built by `build-sources.ts`. */
import type { Choice, PaperHead } from '../compare-view.ts';

/** What of one kind rests on a source: "Clauses of the memorandum of Aland: 1, 2, 3". */
export interface SourceUse {
  readonly what: string;
  readonly items: readonly string[];
}

export interface SourceEntry {
  readonly id: string;
  readonly anchor: string;
  readonly publisher: string;
  readonly title: string;
  readonly url?: string;
  /** "example.org": what the link leads to, readable before it is followed. */
  readonly host?: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly note?: string;
  /** Empty where nothing rests on it. */
  readonly uses: readonly SourceUse[];
}

export interface PaperEntry extends PaperHead {
  readonly id: string;
  readonly anchor: string;
  readonly parties: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly sha256: string;
  readonly sources: readonly { readonly anchor: string; readonly label: string }[];
}

export interface SourcesView {
  readonly parties: readonly Choice[];
  readonly papers: readonly Choice[];
  readonly chosen: { readonly party: string; readonly paper: string };
  readonly shownPapers: readonly PaperEntry[];
  readonly sources: readonly SourceEntry[];
  readonly totalSources: number;
}
