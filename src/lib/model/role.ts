/** What a person may do in a dossier, each role what those before it may, and more. */
export const roles = ['reader', 'annotator', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** Whether a role is at least the needed one; nobody without a role has any right. */
export const hasRole = (role: Role | undefined, needed: Role): boolean =>
  role !== undefined && roles.indexOf(role) >= roles.indexOf(needed);
