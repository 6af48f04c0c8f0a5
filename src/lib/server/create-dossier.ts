import type { Kysely } from 'kysely';
import { checkDossier } from '#lib/model/check-dossier.ts';
import { splitDossier } from '#lib/model/dossier-records.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { capProblems } from '#lib/model/parsed.ts';
import { onlyErrors } from '#lib/model/dossier-problem.ts';
import { isPrivate, recordKey, type StoredRecord } from '#lib/model/record.ts';
import { canonicalJson } from '#lib/model/digest.ts';
import { writeEntry } from './change-dossier.ts';
import type { ChangeOutcome, NewDossier } from './change-outcome.ts';
import { writeMember } from './members.ts';
import { indexChanges } from './search-index.ts';
import { insertAll } from './stored-state.ts';
import type { Tables } from './tables.ts';

/** Stores a new dossier as its first change. */
export async function createDossier(
  db: Kysely<Tables>,
  dossier: Dossier,
  terms: NewDossier,
): Promise<ChangeOutcome> {
  const problems = checkDossier(dossier);
  const errors = onlyErrors(problems);
  if (errors.length > 0) return { ok: false, reason: 'refused', problems: capProblems(errors) };
  const { records, texts } = splitDossier(dossier);
  const stored: readonly StoredRecord[] = records.map((record) => ({
    ...record,
    version: 1,
    privateTo: isPrivate(record.kind, record.body) ? terms.author.id : null,
  }));
  const set = {
    records: new Map(stored.map((record) => [recordKey(record.kind, record.id), record])),
    texts,
  };
  const { id, title } = dossier;
  const isNew = await db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('dossier')
      .values({
        id,
        title,
        sequence: 1,
        created_at: terms.at,
        changed_at: terms.at,
        example_digest: terms.example ?? null,
        example_sequence: terms.example === undefined ? null : 1,
      })
      .onConflict((oc) => oc.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) return false;
    const rows = stored.map(({ kind, id: record, version, place, body, privateTo }) => ({
      ...{ dossier: id, kind, id: record, version, place },
      ...{ body: canonicalJson(body), private_to: privateTo },
    }));
    await insertAll(trx, 'record', rows);
    const kept = [...texts].map(([sha256, text]) => ({ dossier: id, sha256, text }));
    await insertAll(trx, 'paper_text', kept);
    const changes = stored.map((after) => ({
      kind: after.kind,
      id: after.id,
      before: null,
      after,
    }));
    if (terms.owner !== undefined)
      await writeMember(trx, { dossier: id, person: terms.owner, role: 'owner' });
    await indexChanges(trx, id, { changes, set });
    await writeEntry(trx, { id, number: 1, terms: { action: 'import', ...terms }, changes });
    return true;
  });
  if (!isNew) {
    const message = `there is a dossier "${id}" already; give this one another id, or import it into that one`;
    return {
      ok: false,
      reason: 'refused',
      problems: [{ code: 'dossier_exists', path: 'id', message }],
    };
  }
  const versions = Object.fromEntries(stored.map((r) => [recordKey(r.kind, r.id), 1]));
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return { ok: true, change: { number: 1, at: terms.at, versions, repeated: false }, warnings };
}
