import { headingSignOf, type HeadingSign } from './headings.ts';
import type { Reading } from './markers.ts';
import type { Unit } from './units.ts';

/** The numbers of a text by list and value, to look ahead for where a list goes on. */
export class ListIndex {
  /** The sign by which each unit is a heading. */
  readonly signs: readonly (HeadingSign | undefined)[];
  private readonly places = new Map<string, number[]>();
  /** For each unit the next one after it that ends the lists before it. */
  private readonly nextEnds: readonly number[];

  constructor(text: string, units: readonly Unit[]) {
    this.signs = units.map((unit, index) => headingSignOf(text, unit, units[index + 1]));
    const nextEnds: number[] = [];
    let end = units.length;
    units.forEach(({ marker }, index) => {
      for (const reading of marker?.readings ?? []) {
        const key = keyOf(reading, Math.floor(reading.ordinal));
        const places = this.places.get(key);
        if (places === undefined) this.places.set(key, [index]);
        else places.push(index);
      }
    });
    for (let index = units.length - 1; index >= 0; index -= 1) {
      nextEnds[index] = end;
      const sign = this.signs[index];
      const isPart = units[index]?.marker?.sort === 'part';
      if (isPart || (sign !== undefined && sign !== 'short')) end = index;
    }
    this.nextEnds = nextEnds;
  }

  /** The next unit after `index` that bears the number after this one, or Infinity. */
  nextOf(reading: Reading, index: number): number {
    return this.nextWith(keyOf(reading, Math.floor(reading.ordinal) + 1), index);
  }

  /** Whether the list of a number goes on after a unit, before a heading or a new beginning. */
  goesOnBeforeHeading(reading: Reading, index: number): boolean {
    const next = this.nextOf(reading, index);
    if (next >= (this.nextEnds[index] ?? 0)) return false;
    return next < this.nextWith(keyOf(reading, 1), index);
  }

  private nextWith(key: string, index: number): number {
    const places = this.places.get(key) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) > index) high = middle;
      else low = middle + 1;
    }
    return places[low] ?? Infinity;
  }
}

const keyOf = ({ shape, path }: Reading, ordinal: number): string =>
  `${shape}|${path.slice(0, -1).join('.')}|${ordinal}`;
