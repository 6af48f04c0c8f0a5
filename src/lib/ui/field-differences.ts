import { diffWords, type DiffPart } from './word-diff.ts';

/** One field of a record that differs between two versions of it. */
export interface FieldDifference {
  /** The field as a path: `basis.citations[0].where`; the whole record when it is new or gone. */
  readonly path: string;
  /** Missing where the field was not there. */
  readonly before?: string;
  readonly after?: string;
  /** Word by word, when both are texts that have much in common. */
  readonly parts?: readonly DiffPart[];
}

/**
 * What differs between two versions of a record, field by field in the order of their keys. Null
 * stands for a record that is not there.
 */
export function findFieldDifferences(
  before: unknown,
  after: unknown,
  language: string,
): readonly FieldDifference[] {
  const [old, fresh] = [flatten(before), flatten(after)];
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  return paths.flatMap((path): readonly FieldDifference[] => {
    const [was, is] = [old.get(path), fresh.get(path)];
    if (was === is) return [];
    const difference = {
      path,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
    const parts = was === undefined || is === undefined ? undefined : wordParts(was, is, language);
    return [parts === undefined ? difference : { ...difference, parts }];
  });
}

/** Below this share of common words two texts are shown whole, one after the other. */
const muchInCommon = 0.5;

function wordParts(was: string, is: string, language: string): readonly DiffPart[] | undefined {
  if (!/\s/.test(was) || !/\s/.test(is)) return undefined;
  const diff = diffWords(was, is, language);
  return diff !== undefined && diff.common >= muchInCommon ? diff.parts : undefined;
}

/** Every value that is no list and no object, by its path; empty lists say nothing. */
function flatten(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map();
  if (Array.isArray(value)) {
    return joinMaps(value.map((item, index) => flatten(item, `${path}[${String(index)}]`)));
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return joinMaps(
      entries.map(([key, item]) => flatten(item, path === '' ? key : `${path}.${key}`)),
    );
  }
  return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
}

const joinMaps = (maps: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> =>
  new Map(maps.flatMap((map) => [...map]));
