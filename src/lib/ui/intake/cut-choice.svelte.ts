import { stepRow } from '../row-keys.ts';
import type { CaretKey } from './cut-keys.ts';
import type { CutRowView, CutsView } from './cut-view.ts';
import { nearestStart, stepStart } from './word-starts.ts';

export interface CutChoiceTerms {
  readonly look: () => CutsView;
  /** Goes to a piece that is not on this page. */
  readonly onleave: (id: string) => void;
  /** Makes the split that was chosen. */
  readonly onsplit: () => void;
}

/** Which piece of a page is chosen, and where in it a split is to be. */
export interface CutChoice {
  readonly selected: string;
  /** An offset in the words of the chosen piece; undefined while no split is being chosen. */
  readonly caret: number | undefined;
  readonly select: (id: string) => void;
  /** Chooses the piece after or before; beyond the page, that of the next or last one. */
  readonly move: (step: 1 | -1) => void;
  /** Chooses the word nearest to an offset. */
  readonly pointAt: (offset: number) => void;
  /** Begins to choose: at the first proposed split, else in the middle. */
  readonly beginSplit: () => void;
  readonly moveCaret: (key: CaretKey) => void;
}

/** Puts the focus on the link of a piece and brings all of the piece into view. */
export function focusOnPiece(id: string): void {
  const link = document.getElementById(`go-${id}`);
  link?.focus({ preventScroll: true });
  link?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/** Keeps what is chosen on a page of cuts; an edit chooses anew. */
export function chooseCuts({ look, onleave, onsplit }: CutChoiceTerms): CutChoice {
  let selected = $derived(look().at);
  let place = $state.raw<{ readonly look: CutsView; readonly at: number }>();

  const row = $derived(look().rows.find(({ id }) => id === selected));
  // The choice of a place is over when the page shows other cuts.
  const caret = $derived(place?.look === look() ? place.at : undefined);

  const put = (at: number | undefined): void => {
    place = at === undefined ? undefined : { look: look(), at };
  };
  const near = ({ text }: CutRowView, offset: number): void => put(nearestStart(text, offset));

  const select = (id: string): void => {
    selected = id;
    put(undefined);
    focusOnPiece(id);
  };

  return {
    get selected() {
      return selected;
    },
    get caret() {
      return caret;
    },
    select,
    move(step) {
      const { rows, next, previous } = look();
      const at = rows.findIndex(({ id }) => id === selected);
      const id = rows[stepRow(at, step, rows.length)]?.id;
      const beyond = step === 1 ? next : previous;
      if (id !== undefined && id !== selected) select(id);
      else if (beyond !== undefined) onleave(beyond);
    },
    pointAt(offset) {
      if (row !== undefined) near(row, offset);
    },
    beginSplit() {
      if (row === undefined) return;
      const [proposed] = row.splits;
      near(row, proposed ? proposed.at - row.from : Math.floor(row.text.length / 2));
    },
    moveCaret(key) {
      if (row === undefined || caret === undefined) return;
      if (key === 'Escape') put(undefined);
      else if (key === 'Enter') onsplit();
      else put(stepStart(row.text, caret, key === 'ArrowRight' ? 1 : -1));
    },
  };
}
