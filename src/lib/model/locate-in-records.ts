import { kindOfList } from './dossier-records.ts';
import type { Dossier } from './dossier.ts';
import type { Problem } from './parsed.ts';
import { recordId } from './record.ts';

/**
 * Tells where a problem of a dossier lies as people know its records: `provisions[12].act` becomes
 * `provision/ua-9: act`, `papers[0].clauses[3].span` becomes `clause/ua-1.2: span`.
 */
export function locateInRecords<P extends Problem>(problem: P, dossier: Dossier): P {
  const clause = /^papers\[(\d+)\]\.clauses\[(\d+)\]\.?(.*)$/.exec(problem.path);
  const found = dossier.papers[Number(clause?.[1])]?.clauses[Number(clause?.[2])];
  if (found !== undefined) return at(problem, `clause/${found.id}`, clause?.[3]);
  const match = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(problem.path);
  const kind = kindOfList(match?.[1] ?? '');
  if (match === null || kind === undefined) return at(problem, 'head', problem.path);
  const list: unknown = Object.entries(dossier).find(([name]) => name === match[1])?.[1];
  const body: unknown = Array.isArray(list) ? list[Number(match[2])] : undefined;
  return at(problem, `${kind}/${recordId(kind, body) ?? '?'}`, match[3]);
}

const at = <P extends Problem>(problem: P, record: string, rest = ''): P => ({
  ...problem,
  path: rest === '' ? record : `${record}: ${rest}`,
});
