import type { RowAct } from '#lib/app/row-acts.ts';
import { relations, type Relation } from '#lib/model/relation.ts';
import { negotiationStatuses } from '#lib/model/row-ledger.ts';
import { readWord } from '../../../../../form-words.ts';

type ReadAct =
  { readonly ok: true; readonly act: RowAct } | { readonly ok: false; readonly message: string };

const places = ['up', 'down', 'first', 'last'] as const;

/** What a form of the page of a row asks for. */
export function readAct(name: string, form: FormData): ReadAct {
  const word = (field: string): string => readWord(form, field).trim();
  const words = (field: string): readonly string[] =>
    form.getAll(field).flatMap((value) => (typeof value === 'string' ? [value] : []));
  const act = (value: RowAct): ReadAct => ({ ok: true, act: value });
  switch (name) {
    case 'title':
      return act({ kind: 'title', title: word('title') });
    case 'outcome': {
      const status = negotiationStatuses.find((known) => known === word('status'));
      return act({ kind: 'outcome', status, commonText: word('commonText') });
    }
    case 'move': {
      const to = places.find((known) => known === word('to'));
      if (to !== undefined) return act({ kind: 'move', to });
      return { ok: false, message: 'Choose where the row is to stand.' };
    }
    case 'merge':
      return act({ kind: 'merge', into: word('into') });
    case 'unmerge':
      return act({ kind: 'unmerge', row: word('merged') });
    case 'split':
      return act({ kind: 'split', provisions: words('provision'), title: word('title') });
    case 'pin':
      if (word('to') === '') return { ok: false, message: 'Choose the row it is to stand in.' };
      return act({ kind: 'pin', provisions: words('provision'), to: word('to') });
    case 'unpin':
      return act({ kind: 'unpin', provision: word('provision') });
    case 'beside': {
      const row = word('to');
      return act({ kind: 'beside', clause: word('clause'), row: row === '' ? undefined : row });
    }
    case 'drop':
      return act({ kind: 'drop' });
    default:
      return { ok: false, message: 'This page cannot do that.' };
  }
}

/** The relation somebody judged a row to have; undefined takes a verdict back. */
export const readRelation = (form: FormData): Relation | undefined =>
  relations.find((known) => known === readWord(form, 'relation'));
