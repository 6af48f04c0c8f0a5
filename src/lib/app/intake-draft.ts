import type { DraftPaper } from '#lib/intake/draft/draft-paper.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { hasRole } from '#lib/model/role.ts';
import { draftPapers, type DraftMade, type DraftTarget } from './draft-papers.ts';
import { findRole } from './identify-viewer.ts';
import { cutPart } from './intake-cuts.ts';
import type { DeskState } from './intake-desk-parse.ts';
import { findDesk, type DeskQuestion } from './intake-desk.ts';
import { findDocument } from './intake-documents.ts';
import { attemptDraft } from './intake-drafting.ts';
import { markMade } from './intake-made.ts';
import { isBusy } from './intake-reading.ts';
import { describePaper, papersOf } from './intake-words.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes the draft comparison of the papers on a desk and clears the desk. As long as anything is
 * missing the desk stays as it is, and each problem names the field it is about; the same when `signal`
 * or `stopDraft` ends it, with the problem `cancelled`.
 */
export const draftDesk = (
  workspace: Workspace,
  question: DeskQuestion & { readonly signal?: AbortSignal },
): Promise<Parsed<DraftMade>> =>
  attemptDraft(workspace, question, async (attempt) => {
    const desk = await findDesk(workspace, question);
    if (!desk.ok) return desk;
    const target = await findTarget(workspace, question, desk.value);
    const papers = await preparePapers(workspace, question, desk.value);
    const problems = [target, papers].flatMap((part) => (part.ok ? [] : part.problems));
    if (!target.ok || !papers.ok) return { ok: false, problems };
    const order = { papers: papers.value, packs: desk.value.packs, target: target.value };
    const made = await draftPapers(workspace, { ...order, ...attempt, at: question.at });
    if (made.ok) await markMade(workspace, question, made.value.dossier);
    return made;
  });

async function findTarget(
  workspace: Workspace,
  { viewer }: DeskQuestion,
  { dossier, title }: DeskState,
): Promise<Parsed<DraftTarget>> {
  if (dossier === '') {
    if (title.trim() !== '') return { ok: true, value: { title: title.trim(), viewer } };
    return refuse('title', 'give the new dossier a title');
  }
  const role = await findRole(workspace, viewer, dossier);
  // The same words for a dossier that is not theirs and one that is not there.
  if (role === undefined || !hasRole(role, 'editor'))
    return refuse('dossier', 'choose a dossier that you may edit, or a new one');
  return { ok: true, value: { dossier, who: { viewer, role } } };
}

async function preparePapers(
  workspace: Workspace,
  { id: desk, at }: DeskQuestion,
  state: DeskState,
): Promise<Parsed<readonly DraftPaper[]>> {
  if (isBusy(state)) return refuse('papers', 'wait until everything is read, or cancel it');
  const found = papersOf(state);
  if (found.length === 0)
    return refuse('papers', 'there is no paper yet; say of at least one text that it is one');
  const papers: DraftPaper[] = [];
  const problems: Problem[] = [];
  for (const { file, part } of found) {
    const meta = describePaper(part, at.slice(0, 10));
    const document = await findDocument(workspace, desk, file);
    if (!meta.ok) problems.push(...meta.problems);
    else if (document !== undefined)
      papers.push({ ...cutPart(document, { desk, file, part }), meta: meta.value });
    else problems.push({ code: 'unread', path: 'papers', message: `read ${file.name} once more` });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: papers };
}

const refuse = (path: string, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ code: 'not_ready', path, message }],
});
