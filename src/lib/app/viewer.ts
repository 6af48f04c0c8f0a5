import type { Role } from '#lib/model/role.ts';

/** Who is asking: the lone analyst of a loopback address, or somebody with an account. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  /** Whether the whole installation is theirs to run: accounts, backups, examples. */
  readonly admin: boolean;
  readonly via: 'alone' | 'session' | 'token';
  /** True for a token that may read and nothing else. */
  readonly readOnly: boolean;
}

/** The one person of a Parley without accounts; owner of every dossier. */
export const loneViewer = (name: string): Viewer => ({
  ...{ id: 'alone', name, admin: true, via: 'alone', readOnly: false },
});

/** A viewer in a dossier, with the role they have there. */
export interface Participant {
  readonly viewer: Viewer;
  readonly role: Role;
}

/** The account a viewer has; undefined for the lone analyst, who has none. */
export const accountOf = ({ id, via }: Viewer): string | undefined =>
  via === 'alone' ? undefined : id;
