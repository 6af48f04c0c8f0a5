// The tables of the database as TypeScript sees them. Times are ISO 8601 in UTC, bodies are
// canonical JSON (the same record is the same text on both engines), numbers of changes count up
// from 1 in each dossier.

import type { Generated } from 'kysely';

/** A dossier in the database; what it consists of are its records. */
export interface DossierTable {
  id: string;
  title: string;
  /** The number of its last change. */
  sequence: number;
  created_at: string;
  changed_at: string;
  /** The digest of the example it was loaded from, and its sequence right after that. */
  example_digest: string | null;
  example_sequence: number | null;
}

/** One record of a dossier as it is now. */
export interface RecordTable {
  dossier: string;
  kind: string;
  id: string;
  /** The number of the change that wrote it last; edits name it. */
  version: number;
  /** A fractional index: records of a kind stand in the order of their places, compared as bytes. */
  place: string;
  body: string;
  /** The one person who may see it; null for everybody in the dossier. */
  private_to: string | null;
}

/** The text of a paper, kept apart because it never changes and is long. */
export interface PaperTextTable {
  dossier: string;
  sha256: string;
  text: string;
}

/** An entry of the change log. */
export interface ChangeTable {
  dossier: string;
  number: number;
  at: string;
  author: string;
  author_name: string;
  action: string;
  note: string | null;
  /** The number of the change that this one takes back. */
  undoes: number | null;
  /** The name a client gave its request, so that asking twice changes once. */
  request: string | null;
}

/** What a change did to one record: null before when it made it, null after when it deleted it. */
export interface ChangePartTable {
  dossier: string;
  number: number;
  part: number;
  kind: string;
  id: string;
  before_version: number | null;
  before_place: string | null;
  before_body: string | null;
  after_place: string | null;
  after_body: string | null;
  private_to: string | null;
}

/** Up to which change a person has seen a dossier. */
export interface VisitTable {
  dossier: string;
  viewer: string;
  seen: number;
  at: string;
}

/** A fact about this installation: its identity, its secret. */
export interface InstallationTable {
  key: string;
  value: string;
}

/** Somebody with an account. Flags are 0 or 1. */
export interface PersonTable {
  id: string;
  email: string;
  email_verified: number;
  /** Unlike anybody else's, because notes are signed with it. */
  name: string;
  image: string | null;
  admin: number;
  disabled: number;
  created_at: string;
  updated_at: string;
}

/** Where somebody is signed in; better-auth writes it. */
export interface SessionTable {
  id: string;
  person: string;
  token: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
}

/** A way somebody signs in: a password, or an account at an identity provider. */
export interface LoginTable {
  id: string;
  person: string;
  provider: string;
  account: string;
  password: string | null;
  access_token: string | null;
  access_token_expires_at: string | null;
  refresh_token: string | null;
  refresh_token_expires_at: string | null;
  id_token: string | null;
  scope: string | null;
  created_at: string;
  updated_at: string;
}

/** A step of signing in that is under way; better-auth writes it. */
export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

/** A link by which somebody chooses a password, once. Only its hash is kept. */
export interface InvitationTable {
  hash: string;
  person: string;
  expires_at: string;
}

/** What a script signs in with. Only its hash is kept. */
export interface ApiTokenTable {
  id: string;
  hash: string;
  person: string;
  name: string;
  scope: string;
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
}

/** What somebody may do in a dossier. */
export interface MemberTable {
  dossier: string;
  person: string;
  role: string;
}

/** What this installation signs with; no backup holds it. */
export interface SecretTable {
  name: string;
  value: string;
}

/** A file between its preview and its import, in base64. */
export interface UploadTable {
  id: string;
  viewer: string;
  at: string;
  content: string;
}

/** What a search finds of a record; the engine has an index over its words. */
export interface SearchEntryTable {
  number: Generated<number>;
  dossier: string;
  kind: string;
  record: string;
  private_to: string | null;
  heading: string;
  body: string;
  heading_words: string;
  body_words: string;
}

/** The form of the search index. */
export interface SearchStateTable {
  version: string;
}

/** Somebody looking at a dossier, over an open stream. */
export interface PresenceTable {
  stream: string;
  dossier: string;
  viewer: string;
  name: string;
  at: string;
}

/** A desk on which papers are prepared; `state` is JSON, `version` counts its changes. */
export interface IntakeDeskTable {
  id: string;
  viewer: string;
  at: string;
  version: number;
  state: string;
}

/** A file on a desk, in base64, and what reading it gave as JSON; null before that. */
export interface IntakeFileTable {
  desk: string;
  id: string;
  content: string;
  document: string | null;
}

/** All tables. Those of other concerns are added beside the migrations that make them. */
export interface Tables {
  dossier: DossierTable;
  record: RecordTable;
  paper_text: PaperTextTable;
  change: ChangeTable;
  change_part: ChangePartTable;
  visit: VisitTable;
  installation: InstallationTable;
  person: PersonTable;
  session: SessionTable;
  login: LoginTable;
  verification: VerificationTable;
  invitation: InvitationTable;
  api_token: ApiTokenTable;
  member: MemberTable;
  secret: SecretTable;
  upload: UploadTable;
  search_entry: SearchEntryTable;
  search_state: SearchStateTable;
  presence: PresenceTable;
  intake_desk: IntakeDeskTable;
  intake_file: IntakeFileTable;
}
