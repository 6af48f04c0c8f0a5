import type { Role } from '#lib/model/role.ts';

/** Who is asking: the lone analyst of a loopback address, or somebody with an account. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  /** Whether the whole installation is theirs to run: accounts, backups, examples. */
  readonly admin: boolean;
  readonly via: 'alone' | 'session' | 'token';
}

/** The one person of a Parley without accounts; owner of every dossier. */
export const loneViewer: Viewer = { id: 'alone', name: 'You', admin: true, via: 'alone' };

/** A viewer in a dossier, with the role they have there. */
export interface Participant {
  readonly viewer: Viewer;
  readonly role: Role;
}
