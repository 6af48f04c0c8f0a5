import { childOf, isOn, type Element } from './element.ts';

/** How a run looks, as far as that says something about its words; undefined where it is not set. */
export interface Toggles {
  readonly strong?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

/** The toggles that properties of a run (`w:rPr`) set themselves. */
export function togglesIn(properties: Element | undefined): Toggles {
  if (properties === undefined) return {};
  return {
    strong: isOn(properties, 'w:b'),
    struck: isOn(properties, 'w:strike') ?? isOn(properties, 'w:dstrike'),
    hidden: isOn(properties, 'w:vanish'),
  };
}

/** A style over the one it is based on. */
export const overToggles = (over: Toggles, under: Toggles): Toggles => ({
  strong: over.strong ?? under.strong,
  struck: over.struck ?? under.struck,
  hidden: over.hidden ?? under.hidden,
});

/**
 * What a run shows in the end (ISO/IEC 29500-1, 17.7.3): its own properties decide; else the defaults
 * of the document turn on; else styles of paragraph and run turn each other's toggles off.
 */
export function settleToggles(own: Toggles, styles: readonly Toggles[], defaults: Toggles) {
  const settle = (name: keyof Toggles): boolean =>
    own[name] ??
    (defaults[name] === true || styles.filter((style) => style[name] === true).length % 2 === 1);
  return { strong: settle('strong'), struck: settle('struck'), hidden: settle('hidden') };
}

/** Whether the sign that ends a paragraph was put in or struck by a tracked change. */
export function trackedMark(properties: Element | undefined): {
  readonly inserted: boolean;
  readonly deleted: boolean;
} {
  const mark = childOf(properties, 'w:rPr');
  const has = (...names: string[]): boolean =>
    names.some((name) => childOf(mark, name) !== undefined);
  return { inserted: has('w:ins', 'w:moveTo'), deleted: has('w:del', 'w:moveFrom') };
}
