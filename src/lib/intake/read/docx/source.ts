// What the paragraphs of one document are read with: its styles, lists, links, notes and comments,
// and what was noticed on the way.
import type { RevisionView } from '../../document.ts';
import { childrenOf, type Element } from './element.ts';
import { formatNumber } from './format-number.ts';
import type { Relation } from './open-package.ts';
import type { PartWords } from './pictures.ts';
import { plainWords } from './plain-words.ts';
import type { ItemNumber, ItemPlace } from './count-items.ts';
import type { Styles } from './styles.ts';

export type NoteKind = 'footnote' | 'endnote';

/** How the notes of one kind are numbered. */
export interface NoteNumbers {
  readonly format: string;
  readonly start: number;
}

export interface ShownNote {
  readonly label: string;
  readonly content: Element;
}

export interface SourceParts {
  readonly view: RevisionView;
  readonly styles: Styles;
  readonly countItem: (place: ItemPlace) => ItemNumber | undefined;
  readonly relations: readonly Relation[];
  readonly notes: Readonly<Record<NoteKind, Element | undefined>>;
  readonly noteNumbers: Readonly<Record<NoteKind, NoteNumbers>>;
  readonly comments: Element | undefined;
  readonly partWords: PartWords;
}

const longestTarget = 2000;

export class Source {
  readonly view: RevisionView;
  readonly styles: Styles;
  readonly countItem: (place: ItemPlace) => ItemNumber | undefined;
  readonly partWords: PartWords;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #notes: Readonly<Record<NoteKind, NoteList>>;
  /** Comments nothing has referred to so far, by id. */
  readonly #comments: Map<string, string>;
  #hasTracked = false;
  #pictures = 0;

  constructor(parts: SourceParts) {
    this.view = parts.view;
    this.styles = parts.styles;
    this.countItem = parts.countItem;
    this.partWords = parts.partWords;
    this.#targets = new Map(
      parts.relations
        .filter(({ isExternal, target }) => isExternal && target.length <= longestTarget)
        .map(({ id, target }) => [id, target]),
    );
    this.#notes = {
      footnote: new NoteList(parts.notes.footnote, parts.noteNumbers.footnote),
      endnote: new NoteList(parts.notes.endnote, parts.noteNumbers.endnote),
    };
    this.#comments = commentsIn(parts.comments);
  }

  linkTarget(relation: string | undefined): string | undefined {
    return relation === undefined ? undefined : this.#targets.get(relation);
  }

  /** The mark of a note that is referred to, `[1]`; the note will be shown. */
  referToNote(kind: NoteKind, id: string | undefined): string | undefined {
    return this.#notes[kind].refer(id);
  }

  /** A note whose reference is not shown; told once. */
  takeUnshownNote(kind: NoteKind, id: string | undefined): Element | undefined {
    return this.#notes[kind].take(id);
  }

  /** Notes referred to, footnotes first; also those that only notes told here refer to. */
  *shownNotes(): Generator<ShownNote> {
    const told = { footnote: 0, endnote: 0 };
    for (;;) {
      const kind = told.footnote < this.#notes.footnote.shown.length ? 'footnote' : 'endnote';
      const note = this.#notes[kind].shown[told[kind]];
      if (note === undefined) return;
      told[kind] += 1;
      yield note;
    }
  }

  /** A comment with its author, told once. */
  comment(id: string | undefined): string | undefined {
    if (id === undefined) return undefined;
    const comment = this.#comments.get(id);
    this.#comments.delete(id);
    return comment;
  }

  /** Comments nothing referred to. */
  looseComments(): readonly string[] {
    return [...this.#comments.values()];
  }

  /** Notes nothing refers to, which no program displays. */
  looseNotes(): readonly Element[] {
    return [...this.#notes.footnote.loose(), ...this.#notes.endnote.loose()];
  }

  noticeTracked(): void {
    this.#hasTracked = true;
  }

  noticePicture(): void {
    this.#pictures += 1;
  }

  get hasTracked(): boolean {
    return this.#hasTracked;
  }

  get pictures(): number {
    return this.#pictures;
  }
}

class NoteList {
  readonly shown: ShownNote[] = [];
  readonly #labels = new Map<string, string>();
  readonly #waiting: Map<string, Element>;
  readonly #numbers: NoteNumbers;

  constructor(root: Element | undefined, numbers: NoteNumbers) {
    this.#numbers = numbers;
    const notes = [...childrenOf(root, 'w:footnote'), ...childrenOf(root, 'w:endnote')];
    // Lines between text and notes are stored as notes of a type.
    const real = notes.filter(({ attributes }) => {
      const type = attributes['w:type'];
      return type === undefined || type === 'normal';
    });
    this.#waiting = new Map(real.map((note) => [note.attributes['w:id'] ?? '', note]));
  }

  refer(id = ''): string | undefined {
    const before = this.#labels.get(id);
    const content = this.#waiting.get(id);
    if (before !== undefined || content === undefined) return before;
    const count = this.#numbers.start + this.shown.length;
    const label = `[${formatNumber(count, this.#numbers.format)}]`;
    this.#labels.set(id, label);
    this.shown.push({ label, content });
    this.#waiting.delete(id);
    return label;
  }

  take(id = ''): Element | undefined {
    const content = this.#waiting.get(id);
    this.#waiting.delete(id);
    return content;
  }

  loose(): readonly Element[] {
    return [...this.#waiting.values()];
  }
}

function commentsIn(root: Element | undefined): Map<string, string> {
  const comments = childrenOf(root, 'w:comment').map((comment) => {
    const { 'w:id': id = '', 'w:author': author = '' } = comment.attributes;
    const words = plainWords(comment);
    return [id, author.trim() === '' ? words : `${author.trim()}: ${words}`] as const;
  });
  return new Map(comments);
}
