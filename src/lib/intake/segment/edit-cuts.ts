/** What a hand may do to the cuts of a text before it becomes a paper. */
import type { Parsed } from '#lib/model/parsed.ts';
import { tellLocatorsApart } from './locators.ts';
import { endOfBranch, outlineOf, piecesOf, trimSpan, type Entry } from './outline.ts';
import { chooseOption, used } from './edit-options.ts';
import type { PieceKind, Segmentation } from './segmentation.ts';

/**
 * One edit of the cuts. `merge` takes away the cut before a piece: its words join the words right
 * before it, and what is inside it stays inside. `split` cuts at an offset of the text. `indent` puts
 * a piece into the one before it, `outdent` behind the one around it, which also takes in the pieces
 * that followed. `option` says of which choice of which group a piece is: by id, or by a new label;
 * null takes it out.
 */
export type CutEdit =
  | { readonly op: 'merge'; readonly piece: string }
  | { readonly op: 'split'; readonly piece: string; readonly at: number }
  | { readonly op: 'renumber'; readonly piece: string; readonly locator: string }
  | { readonly op: 'kind'; readonly piece: string; readonly kind: PieceKind }
  | { readonly op: 'indent'; readonly piece: string }
  | { readonly op: 'outdent'; readonly piece: string }
  | {
      readonly op: 'option';
      readonly piece: string;
      readonly group: string | null;
      readonly choice: string | null;
    };

/**
 * The segmentation after an edit. Pieces that the edit does not touch keep their ids, nothing of the
 * text is lost, and locators stay apart. Edits that make no sense are told with what to do instead.
 */
export function applyCutEdit(
  segmentation: Segmentation,
  text: string,
  edit: CutEdit,
): Parsed<Segmentation> {
  const entries = outlineOf(segmentation.pieces, text);
  const index = entries.findIndex(({ id }) => id === edit.piece);
  const entry = entries[index];
  if (entry === undefined) {
    return refuse('unknown_piece', `there is no piece ${edit.piece}; load the page anew`);
  }
  const place: Place = { entries, index, entry, text };
  switch (edit.op) {
    case 'merge':
      return settle(segmentation, text, merge(place));
    case 'split':
      return settle(segmentation, text, split(place, edit.at));
    case 'renumber':
      return settle(segmentation, text, renumber(place, edit.locator));
    case 'kind':
      return settle(segmentation, text, changeKind(place, edit.kind));
    case 'indent':
      return settle(segmentation, text, indent(place));
    case 'outdent':
      return settle(segmentation, text, outdent(place));
    case 'option':
      return chooseOption(segmentation, edit);
  }
}

/** Where an edit happens. */
interface Place {
  readonly entries: readonly Entry[];
  readonly index: number;
  readonly entry: Entry;
  readonly text: string;
}

type Edited = Parsed<readonly Entry[]>;

function settle(segmentation: Segmentation, text: string, edited: Edited): Parsed<Segmentation> {
  if (!edited.ok) return edited;
  const entries = edited.value.map((entry, index) =>
    holdsCompared(edited.value, index) ? retitle({ ...entry, kind: 'section' }, text) : entry,
  );
  const pieces = tellLocatorsApart(piecesOf(entries));
  return { ok: true, value: { ...segmentation, pieces, optionGroups: used(segmentation, pieces) } };
}

/** Words that are not compared, such as a title, are a section once compared pieces stand in it. */
function holdsCompared(entries: readonly Entry[], index: number): boolean {
  if (entries[index]?.kind !== 'furniture') return false;
  const branch = endOfBranch(entries, index);
  return entries.slice(index + 1, branch).some(({ kind }) => kind !== 'furniture');
}

function merge({ entries, index, entry, text }: Place): Edited {
  const before = entries[index - 1];
  if (before === undefined) {
    return refuse('nothing_before', 'nothing stands before the first piece that it could join');
  }
  const own = { from: before.own.from, to: entry.own.to };
  const kind = kindOfJoined(before, entry);
  const joined = retitle(
    { ...before, own, kind, splits: [...before.splits, ...entry.splits] },
    text,
  );
  const branch = endOfBranch(entries, index);
  const deeper = before.depth - entry.depth;
  const inside = entries.slice(index + 1, branch).map((e) => ({ ...e, depth: e.depth + deeper }));
  return done([...entries.slice(0, index - 1), joined, ...inside, ...entries.slice(branch)]);
}

/** Words that are compared stay compared when they join a title or a heading. */
function kindOfJoined(before: Entry, after: Entry): PieceKind {
  const yields = before.kind === 'furniture' || before.kind === 'section';
  return yields && after.kind !== 'furniture' ? after.kind : before.kind;
}

function split({ entries, index, entry, text }: Place, at: number): Edited {
  const first = trimSpan(text, { from: entry.own.from, to: Math.min(at, entry.own.to) });
  const second = trimSpan(text, { from: Math.max(at, entry.own.from), to: entry.own.to });
  const marked = entry.marker?.to ?? entry.own.from;
  if (first.from >= first.to || second.from >= second.to || at < marked) {
    const message = `cut piece ${entry.id} between two of its own words; what is inside it is cut by itself`;
    return refuse('no_words_on_one_side', message);
  }
  if (/^[\udc00-\udfff]/.test(text.charAt(at))) {
    return refuse('splits_character', 'this place is inside a character; cut one place further on');
  }
  const isSection = entry.kind === 'section';
  const {
    marker: _marker,
    heading: _heading,
    ...shared
  } = { ...entry, cut: 'hand', confidence: 1 } as const;
  const added: Entry = {
    ...shared,
    id: freshId(entries),
    kind: isSection ? 'clause' : entry.kind,
    own: second,
    depth: isSection ? entry.depth + 1 : entry.depth,
    locatorInferred: true,
    splits: entry.splits.filter((proposed) => proposed.at > second.from),
  };
  const kept = retitle(
    { ...entry, own: first, splits: entry.splits.filter((proposed) => proposed.at < first.to) },
    text,
  );
  return done([...entries.slice(0, index), kept, added, ...entries.slice(index + 1)]);
}

function renumber(place: Place, locator: string): Edited {
  const wanted = locator.trim();
  if (wanted === '') return refuse('locator_empty', 'type the number the piece is to go by');
  const taken = place.entries.some((e) => e !== place.entry && e.locator === wanted);
  if (taken) {
    const message = `another piece goes by ${wanted} already; number that one first, or choose another number`;
    return refuse('locator_taken', message);
  }
  return replace(place, { ...place.entry, locator: wanted, locatorInferred: false });
}

function changeKind(place: Place, kind: PieceKind): Edited {
  const { entries, index, entry, text } = place;
  const { heading: _heading, ...bare } = { ...entry, kind, confidence: 1 };
  if (kind !== 'furniture') return replace(place, retitle(bare, text));
  // What stands under words that are not compared is not compared either.
  const branch = endOfBranch(entries, index);
  const inside = entries.slice(index + 1, branch).map((e): Entry => ({ ...e, kind }));
  return done([...entries.slice(0, index), bare, ...inside, ...entries.slice(branch)]);
}

function indent(place: Place): Edited {
  const { entries, index } = place;
  if (siblingBefore(place) === undefined) {
    return refuse('nothing_before', 'no piece of the same depth stands before it to hold it');
  }
  return done(shift(entries, { from: index, to: endOfBranch(entries, index), by: 1 }));
}

function outdent({ entries, index, entry }: Place): Edited {
  if (entry.depth === 0) return refuse('outermost', 'the piece is outermost already');
  const branch = endOfBranch(entries, index);
  return done(shift(entries, { from: index, to: branch, by: -1 }));
}

function siblingBefore({ entries, index, entry }: Place): Entry | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = entries[at];
    if (other === undefined || other.depth < entry.depth) return undefined;
    if (other.depth === entry.depth) return other;
  }
  return undefined;
}

function shift(
  entries: readonly Entry[],
  { from, to, by }: { readonly from: number; readonly to: number; readonly by: number },
): readonly Entry[] {
  return entries.map((e, at) => (at >= from && at < to ? { ...e, depth: e.depth + by } : e));
}

const replace = ({ entries, index }: Place, entry: Entry): Edited =>
  done(entries.map((e, at) => (at === index ? entry : e)));

/** A section is headed by its own words without its number. */
function retitle(entry: Entry, text: string): Entry {
  if (entry.kind !== 'section') return entry;
  const words = text.slice(entry.marker?.to ?? entry.own.from, entry.own.to);
  const heading = words.replace(/\s+/g, ' ').trim();
  return heading === '' ? entry : { ...entry, heading };
}

/** The next number no piece has. */
function freshId(entries: readonly Entry[]): string {
  const numbers = entries.map(({ id }) => Number(/^p(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `p${numbers.reduce((most, n) => Math.max(most, n), 0) + 1}`;
}

const done = (value: readonly Entry[]): Edited => ({ ok: true, value });

function refuse(code: string, message: string): Parsed<never> {
  return { ok: false, problems: [{ code, path: 'piece', message }] };
}
