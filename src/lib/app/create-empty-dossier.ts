import * as z from 'zod';
import { dossierVersion, parseDossier } from '#lib/model/dossier.ts';
import { idSchema, languageSchema, wordsSchema } from '#lib/model/id.ts';
import { parseWith, type Parsed } from '#lib/model/parsed.ts';
import { accountOf, type Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** What a new dossier is called. */
const newDossierSchema = z.strictObject({
  id: idSchema,
  title: wordsSchema,
  summary: wordsSchema.optional(),
  language: languageSchema.default('en'),
  fictitious: z.boolean().default(false),
});

export interface CreateRequest {
  readonly input: unknown;
  readonly viewer: Viewer;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Makes a dossier without any records but its head; whoever makes it owns it. */
export async function createEmptyDossier(
  { store }: Workspace,
  { input, viewer, at }: CreateRequest,
): Promise<Parsed<{ readonly id: string; readonly number: number }>> {
  const asked = parseWith(newDossierSchema, input);
  if (!asked.ok) return asked;
  const { summary = asked.value.title, ...head } = asked.value;
  const dossier = parseDossier({ version: dossierVersion, ...head, summary });
  if (!dossier.ok) return dossier;
  const author = { id: viewer.id, name: viewer.name };
  const made = await store.create(dossier.value, {
    author,
    at,
    action: 'create',
    owner: accountOf(viewer),
  });
  if (made.ok) return { ok: true, value: { id: head.id, number: made.change.number } };
  return { ok: false, problems: made.reason === 'refused' ? made.problems : [] };
}
