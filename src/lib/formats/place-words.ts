import type { Problem } from '#lib/model/parsed.ts';
import { dossierFile, type CitableTexts } from './bundle.ts';
import { isRecord } from './plain-value.ts';

interface Placing {
  readonly textOf: CitableTexts;
  /** False when a paper could not be read, so that a clause that seems unknown may be in it. */
  readonly allRead: boolean;
  readonly problems: Problem[];
}

/** Words written without offsets are looked up: their first occurrence in the clause or rendering. */
export function placeWords(list: unknown, placing: Placing): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((provision: unknown, index) => {
    if (!isRecord(provision)) return provision;
    const given = provision['words'];
    const words = typeof given === 'string' ? { exact: given } : given;
    if (!isRecord(words) || typeof words['exact'] !== 'string') return provision;
    const { exact } = words;
    const path = `${dossierFile}: provisions[${index}]`;
    const from = words['from'] ?? findWords(exact, provision, { ...placing, path });
    const to = words['to'] ?? (typeof from === 'number' ? from + exact.length : from);
    return { ...provision, words: { ...words, from, to } };
  });
}

function findWords(
  exact: string,
  provision: Readonly<Record<string, unknown>>,
  { textOf, allRead, problems, path }: Placing & { readonly path: string },
): number {
  const { id, clause, rendering } = provision;
  if (typeof clause !== 'string') return 0;
  const text = textOf(clause, typeof rendering === 'string' ? rendering : undefined);
  const from = text?.indexOf(exact) ?? -1;
  if (from !== -1 || (text === undefined && !allRead)) return Math.max(from, 0);
  const where =
    typeof rendering === 'string'
      ? `rendering ${rendering} of clause ${clause}`
      : `clause ${clause}`;
  problems.push(
    text === undefined
      ? {
          code: 'unknown_reference',
          path: `${path}.${typeof rendering === 'string' ? 'rendering' : 'clause'}`,
          message: `provision ${String(id)} rests on the ${where}, which no paper has`,
        }
      : {
          code: 'words_not_found',
          path: `${path}.words`,
          message: `provision ${String(id)} rests on words that do not stand in the ${where}: ${JSON.stringify(exact.slice(0, 80))}; copy them from the text`,
        },
  );
  return 0;
}
