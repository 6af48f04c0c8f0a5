import type { OmissionKind, RevisionView } from '../../document.ts';
import type { Element } from './element.ts';

/** How words look where they are shown. */
export interface Look {
  readonly strong: boolean;
  readonly struck: boolean;
  readonly inserted: boolean;
  readonly deleted: boolean;
  readonly generated: boolean;
  readonly target: string | undefined;
}

export const plainLook: Look = {
  strong: false,
  struck: false,
  inserted: false,
  deleted: false,
  generated: false,
  target: undefined,
};

export const generatedLook: Look = { ...plainLook, generated: true };

/** What holds for all that stands inside an element. */
export interface Flow {
  readonly inserted: boolean;
  readonly deleted: boolean;
  /** Words that only ask to be replaced. */
  readonly placeholder: boolean;
  readonly target: string | undefined;
}

export const plainFlow: Flow = {
  inserted: false,
  deleted: false,
  placeholder: false,
  target: undefined,
};

/** A stretch of a paragraph: words shown or left out, or a box with a text of its own. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string; readonly look: Look }
  | { readonly kind: 'omitted'; readonly reason: OmissionKind; readonly words: string }
  | { readonly kind: 'box'; readonly content: Element; readonly flow: Flow };

/** Why a view of the tracked changes does not show what stands in this flow, if so. */
export function hiddenByView(
  { inserted, deleted }: Pick<Flow, 'inserted' | 'deleted'>,
  view: RevisionView,
): 'tracked-deletion' | 'tracked-insertion' | undefined {
  if (view === 'accepted' && deleted) return 'tracked-deletion';
  return view === 'rejected' && inserted ? 'tracked-insertion' : undefined;
}

/** The flow inside an element that marks a tracked change; undefined for other elements. */
export function trackedFlow(name: string, flow: Flow): Flow | undefined {
  if (name === 'w:ins' || name === 'w:moveTo') return { ...flow, inserted: true };
  return name === 'w:del' || name === 'w:moveFrom' ? { ...flow, deleted: true } : undefined;
}
