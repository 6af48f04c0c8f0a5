/** The seven relations a row or finding can have, worst acceptance first; then the three without one. */
export const relations = [
  'incompatible',
  'undetermined',
  'partial-overlap',
  'fits-within',
  'same-terms',
  'one-side-only',
  'not-yet-coded',
] as const;

export type Relation = (typeof relations)[number];

/** The named rules (design, section 3). */
export const rules = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
] as const;

export type Rule = (typeof rules)[number];
