import type { Attachment } from 'svelte/attachments';
import { columnsIn, measureColumn } from './measure-column.ts';
import { scrollTo, withinScroll, type Pane, type PanePair } from './pane.ts';
import { anchorsOf, followScroll, turned, type Anchor } from './scroll-map.ts';

export type Side = 0 | 1;
export type Panes = readonly [Pane, Pane];

const otherOf = (side: Side): Side => (side === 0 ? 1 : 0);

/**
 * The two columns of the reading page where they scroll beside each other. Layout is read once for every
 * change of it; everything that follows from scrolling is written in the next frame.
 */
export class ReadingDesk {
  /** Both columns as laid out; undefined until they are measured. */
  panes = $state.raw<Panes>();
  scrolls = $state.raw<readonly [number, number]>([0, 0]);
  /** Whether one column follows the other. */
  together = $state(false);

  #pairs: () => readonly PanePair[];
  #columns: readonly [HTMLElement, HTMLElement] | undefined;
  #anchors: readonly Anchor[] = [];
  #frame = 0;
  #changed = false;
  /** The column the reader scrolled last, until it is followed. */
  #leader: Side | undefined;
  /** Where a column was put, so that its news of that are not taken for the reader's. */
  readonly #put: [number | undefined, number | undefined] = [undefined, undefined];

  /** `pairs` are the related clauses, those that count most first. */
  constructor(pairs: () => readonly PanePair[]) {
    this.#pairs = pairs;
  }

  /** Watches the columns inside an element. */
  readonly watch: Attachment<HTMLElement> = (root) => {
    const [left, right] = columnsIn(root);
    if (left === undefined || right === undefined) return;
    this.#columns = [left, right];
    const onChange = (): void => {
      this.#changed = true;
      this.#ask();
    };
    const observer = new ResizeObserver(onChange);
    const listeners = ([0, 1] as const).map((side) => () => this.#scrolled(side));
    [left, right].forEach((column, side) => {
      observer.observe(column);
      if (column.firstElementChild) observer.observe(column.firstElementChild);
      column.addEventListener('scroll', listeners[side] ?? onChange, { passive: true });
    });
    // What the address points at was in sight before the columns began to scroll.
    root.querySelector(':target')?.scrollIntoView({ block: 'nearest' });
    return () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      observer.disconnect();
      [left, right].forEach((column, side) =>
        column.removeEventListener('scroll', listeners[side] ?? onChange),
      );
      this.#columns = undefined;
      this.panes = undefined;
    };
  };

  /** Scrolls one column to a place, the other following if they go together. */
  jump(side: Side, scroll: number): void {
    const column = this.#columns?.[side];
    if (column && this.panes) column.scrollTop = withinScroll(this.panes[side], scroll);
  }

  /** Brings a clause of one column to the height at which a clause of the other stands. */
  align(side: Side, clause: string, beside: string): void {
    if (!this.panes) return;
    const other = otherOf(side);
    const at = this.#columns?.[other].scrollTop ?? 0;
    const offset = (this.panes[other].extents.get(beside)?.top ?? 0) - at;
    // A scroll on its way, as when a link was brought into sight to be followed, shall not lead again.
    this.#leader = undefined;
    this.#put[other] = at;
    const pane = this.panes[side];
    this.#place(side, scrollTo(pane, clause, Math.min(Math.max(offset, 8), pane.view * 0.6)));
  }

  #place(side: Side, scroll: number): void {
    const column = this.#columns?.[side];
    const target = Math.round(scroll);
    if (!column || Math.abs(column.scrollTop - target) < 1) return;
    this.#put[side] = target;
    column.scrollTop = target;
  }

  #scrolled(side: Side): void {
    const expected = this.#put[side];
    this.#put[side] = undefined;
    const at = this.#columns?.[side].scrollTop ?? 0;
    if (expected === undefined || Math.abs(at - expected) > 1) this.#leader = side;
    this.#ask();
  }

  #ask(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    if (!this.#columns) return;
    const [left, right] = this.#columns;
    if (this.#changed) {
      this.#changed = false;
      const panes: Panes = [measureColumn(left), measureColumn(right)];
      this.#anchors = anchorsOf(this.#pairs(), ...panes);
      this.panes = panes;
    }
    this.scrolls = [left.scrollTop, right.scrollTop];
    this.#follow();
  }

  #follow(): void {
    const leader = this.#leader;
    this.#leader = undefined;
    if (leader === undefined || !this.together || !this.panes) return;
    const [left, right] = this.panes;
    const pair: Panes = leader === 0 ? [left, right] : [right, left];
    const anchors = leader === 0 ? this.#anchors : turned(this.#anchors);
    this.#place(otherOf(leader), followScroll(anchors, pair, this.scrolls[leader]));
  }
}
