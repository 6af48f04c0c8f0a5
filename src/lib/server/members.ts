// Who may do what in which dossier.
import type { Kysely, Transaction } from 'kysely';
import { isRole, type Role } from '#lib/model/role.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import type { Tables } from './tables.ts';

export interface Member {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Everybody with a role in a dossier, by name. */
export async function listMembers(db: Kysely<Tables>, dossier: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person')
    .select(['person.id as person', 'person.name', 'person.email', 'member.role'])
    .where('member.dossier', '=', dossier)
    .orderBy('person.name')
    .execute();
  return rows.flatMap(({ role, ...row }) => (isRole(role) ? [{ ...row, role }] : []));
}

/** A dossier somebody may open, with their role there. */
export interface Right {
  readonly dossier: string;
  readonly role: Role;
}

/**
 * What somebody may do in every dossier they may open at all. Their role decides; a dossier that
 * nobody owns is the admins' to own, and an example is everybody's to read.
 */
export async function listRights(
  db: Kysely<Tables>,
  { person, admin, dossier }: { person: string; admin: boolean; dossier?: string },
): Promise<readonly Right[]> {
  let found = db
    .selectFrom('dossier')
    .leftJoin('member', (join) =>
      join.onRef('member.dossier', '=', 'dossier.id').on('member.person', '=', person),
    )
    .select(['dossier.id', 'dossier.example_digest as example', 'member.role'])
    .select((eb) =>
      eb
        .selectFrom('member as owner')
        .select((e) => e.fn.countAll<number | string>().as('owners'))
        .whereRef('owner.dossier', '=', 'dossier.id')
        .where('owner.role', '=', 'owner')
        .as('owners'),
    );
  if (dossier !== undefined) found = found.where('dossier.id', '=', dossier);
  const rows = await found.orderBy('dossier.id').execute();
  return rows.flatMap(({ id, example, role, owners }): Right[] => {
    if (admin && Number(owners ?? 0) === 0) return [{ dossier: id, role: 'owner' }];
    if (role !== null && isRole(role)) return [{ dossier: id, role }];
    return example === null ? [] : [{ dossier: id, role: 'reader' }];
  });
}

/** Writes the role of somebody; a dossier that has an owner keeps one. */
export async function setMember(
  db: Kysely<Tables>,
  dossier: string,
  { person, role }: { readonly person: string; readonly role: Role | undefined },
): Promise<Parsed<undefined>> {
  return db.transaction().execute(async (trx): Promise<Parsed<undefined>> => {
    // Whoever changes the members of the same dossier waits for this row.
    await trx
      .updateTable('dossier')
      .set((eb) => ({ title: eb.ref('title') }))
      .where('id', '=', dossier)
      .execute();
    const current = await trx
      .selectFrom('member')
      .select(['person', 'role'])
      .where('dossier', '=', dossier)
      .execute();
    const wasOwner = current.some((row) => row.person === person && row.role === 'owner');
    const others = current.some((row) => row.person !== person && row.role === 'owner');
    if (wasOwner && !others && role !== 'owner') {
      const message = 'this is the last owner of the dossier; make somebody else one first';
      return { ok: false, problems: [{ code: 'last_owner', path: 'role', message }] };
    }
    if (role === undefined) {
      await trx
        .deleteFrom('member')
        .where('dossier', '=', dossier)
        .where('person', '=', person)
        .execute();
      return { ok: true, value: undefined };
    }
    await writeMember(trx, { dossier, person, role });
    return { ok: true, value: undefined };
  });
}

/** Writes a role without asking; inside the transaction that makes a dossier. */
export async function writeMember(
  trx: Transaction<Tables>,
  member: { readonly dossier: string; readonly person: string; readonly role: Role },
): Promise<void> {
  await trx
    .insertInto('member')
    .values(member)
    .onConflict((oc) => oc.columns(['dossier', 'person']).doUpdateSet({ role: member.role }))
    .execute();
}
