import { error } from '@sveltejs/kit';
import { compareDossier, type Compared } from '#lib/app/compare-dossier.ts';
import { openDossier } from '#lib/app/open-dossier.ts';
import { site } from '#lib/app/site.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { readCompareQuery, type ReadQuery } from '#lib/ui/compare-query.ts';

export interface Asked {
  readonly dossier: Dossier;
  readonly read: ReadQuery;
  readonly compared: Compared;
}

/** The dossier of an address; 404 for one that is not there, 422 for a broken one. */
export async function askDossier(id: string): Promise<Dossier> {
  const loaded = await openDossier(await site(), id, new Date().toISOString());
  if (!loaded.ok) {
    const [problem] = loaded.problems;
    if (problem?.code === 'unknown_dossier') {
      error(404, `There is no dossier “${id.slice(0, 120)}” here.`);
    }
    error(422, `This dossier cannot be read: ${problem?.path ?? ''} ${problem?.message ?? ''}`);
  }
  return loaded.value.dossier;
}

/** The comparison an address asks for. */
export async function askComparison(id: string, params: URLSearchParams): Promise<Asked> {
  const dossier = await askDossier(id);
  const read = readCompareQuery(params, dossier);
  const { columns, reading, off, asAt } = read.query;
  const compared = compareDossier(dossier, {
    ...(columns.length === 0 ? {} : { columns }),
    ...(asAt === undefined ? {} : { asAt }),
    reading,
    off,
  });
  return { dossier, read, compared };
}
