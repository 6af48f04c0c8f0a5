import type { Saved } from '#lib/app/save-record.ts';
import { isSuggested, listCodable, nextIn } from '#lib/ui/code/reading-order.ts';
import { openDesk } from '../../edit/desk.ts';

interface Done {
  readonly saved: Extract<Saved, { readonly ok: true }>;
  /** The provision to stay with; without it one goes on to the next suggestion. */
  readonly stay?: string | undefined;
  /** How many suggestions were confirmed at once. */
  readonly confirmed?: number;
}

/**
 * Where one goes after an act: to the next suggestion of the clause, then to the next clause that has any;
 * the page there tells what was done and offers to take it back.
 */
export async function nextPlace(
  { params }: { readonly params: { readonly id: string; readonly clause: string } },
  { saved, stay, confirmed }: Done,
): Promise<string> {
  const told = new URLSearchParams();
  if (!saved.change.repeated) told.set('saved', String(saved.change.number));
  if (confirmed !== undefined) told.set('confirmed', String(confirmed));
  const go = (clause: string, provision?: string): string => {
    const chosen = provision === undefined ? [] : [['provision', provision]];
    const search = new URLSearchParams([...chosen, ...told]).toString();
    return `/dossiers/${params.id}/code/${encodeURIComponent(clause)}${search === '' ? '' : `?${search}`}`;
  };
  if (stay !== undefined) return go(params.clause, stay);
  const all = listCodable((await openDesk(params.id)).dossier);
  const at = all.findIndex(({ clause }) => clause.id === params.clause);
  const waiting = all[at]?.provisions.find(isSuggested);
  if (waiting !== undefined) return go(params.clause, waiting.id);
  const next = nextIn(all, at, 'suggested');
  if (next === undefined) return go(params.clause);
  told.set('from', params.clause);
  return go(next.clause.id);
}
