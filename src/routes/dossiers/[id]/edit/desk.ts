import { error } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import type { Participant } from '#lib/app/viewer.ts';
import type { Problem } from '#lib/model/parsed.ts';
import { isRecordKind, type RecordKind } from '#lib/model/record.ts';

/** A kind of record as an address names it; 404 for any other word. */
export function readKind(text: string): RecordKind {
  if (isRecordKind(text)) return text;
  error(404, 'There is no such kind of record.');
}

/** The dossier that is edited; 404 when it is not there. */
export async function openDesk(id: string) {
  const opened = await site();
  const state = await opened.store.load(id);
  if (!state.ok) error(404, `There is no dossier “${id}” here.`);
  return { site: opened, ...state.value };
}

/** Whoever edits; the doors have let nobody else in. */
export function editorOf({ viewer, role }: App.Locals): Participant {
  if (viewer === undefined || role === undefined) error(404, 'There is nothing here.');
  return { viewer, role };
}

/** The fields of a form by name, without files. */
export const inputsOf = (form: FormData): ReadonlyMap<string, string> =>
  new Map(
    [...form.entries()].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** Problems by the field they are about; those about other records under the empty path. */
export function faultsByPath(
  problems: readonly Problem[],
  record: string,
): { readonly faults: Readonly<Record<string, string>>; readonly others: readonly Problem[] } {
  const faults: Record<string, string> = {};
  const others: Problem[] = [];
  for (const problem of problems) {
    const path = fieldOf(problem.path, record);
    if (path === undefined) others.push(problem);
    else faults[path] ??= problem.message;
  }
  return { faults, others };
}

function fieldOf(path: string, record: string): string | undefined {
  const inEdit = /^edits\[\d+\]\.body\.(.+)$/.exec(path)?.[1];
  if (inEdit !== undefined) return inEdit;
  if (path.startsWith(`${record}: `)) return path.slice(record.length + 2);
  return /[/\s]|^edits/.test(path) || path === '' ? undefined : path;
}
