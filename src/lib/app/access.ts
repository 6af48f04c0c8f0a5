// The one place that says who may do what. Every page, form action and endpoint has a line here; what
// has none is denied. The hooks ask it before anything else of a request is looked at.
import { hasRole, type Role } from '#lib/model/role.ts';
import type { Viewer } from './viewer.ts';

/**
 * What it takes: `anyone` may come in without an account, a `person` has one (or is alone), an
 * `admin` runs the installation, and the roles are those in the dossier of the address.
 */
export type Right = 'anyone' | 'person' | 'admin' | Role;

/** The rights of a route by method; form actions of a page are named as in its address: `?/undo`. */
export type RouteRights = Readonly<Record<string, Right>>;

const readOnlyPage = (right: Right): RouteRights => ({ GET: right });

/** Every route of the app. */
export const accessTable: Readonly<Record<string, RouteRights>> = {
  '/': readOnlyPage('person'),
  '/account': {
    ...readOnlyPage('person'),
    '?/password': 'person',
    '?/token': 'person',
    '?/forget': 'person',
    '?/leave': 'person',
    '?/everywhere': 'person',
  },
  '/auth/callback/[provider]': { GET: 'anyone' },
  '/dossiers/[id]': readOnlyPage('reader'),
  '/dossiers/[id]/code': {
    ...readOnlyPage('editor'),
    '?/confirm': 'editor',
    '?/redo': 'editor',
    '?/undo': 'editor',
  },
  '/dossiers/[id]/code/[clause]': {
    ...readOnlyPage('editor'),
    '?/confirm': 'editor',
    '?/confirmAll': 'editor',
    '?/merge': 'editor',
    '?/preview': 'editor',
    '?/redo': 'editor',
    '?/reject': 'editor',
    '?/reshape': 'editor',
    '?/save': 'editor',
    '?/settle': 'editor',
    '?/split': 'editor',
    '?/undo': 'editor',
  },
  '/dossiers/[id]/code/[clause]/preview': { POST: 'editor' },
  '/dossiers/[id]/compare': {
    ...readOnlyPage('reader'),
    '?/dropView': 'annotator',
    '?/saveView': 'annotator',
  },
  '/dossiers/[id]/compare/rest-on': readOnlyPage('reader'),
  '/dossiers/[id]/compare/rows': { ...readOnlyPage('editor'), '?/create': 'editor' },
  '/dossiers/[id]/compare/rows/[row]': {
    ...readOnlyPage('reader'),
    '?/beside': 'editor',
    '?/drop': 'editor',
    '?/judge': 'annotator',
    '?/merge': 'editor',
    '?/move': 'editor',
    '?/outcome': 'editor',
    '?/pin': 'editor',
    '?/split': 'editor',
    '?/title': 'editor',
    '?/undo': 'annotator',
    '?/unmerge': 'editor',
    '?/unpin': 'editor',
  },
  '/dossiers/[id]/compare/rows/[row]/details': { GET: 'reader' },
  '/dossiers/[id]/compare/stretch': { GET: 'reader' },
  '/dossiers/[id]/compare/table.[form]': readOnlyPage('reader'),
  '/dossiers/[id]/sequence': readOnlyPage('reader'),
  '/dossiers/[id]/delete': { ...readOnlyPage('owner'), '?/default': 'owner' },
  '/dossiers/[id]/edit': readOnlyPage('editor'),
  '/dossiers/[id]/edit/[kind]': { ...readOnlyPage('editor'), '?/move': 'editor' },
  '/dossiers/[id]/edit/[kind]/[record]': {
    ...readOnlyPage('editor'),
    '?/delete': 'editor',
    '?/reshape': 'editor',
    '?/save': 'editor',
    '?/settle': 'editor',
  },
  '/dossiers/[id]/export': readOnlyPage('reader'),
  '/dossiers/[id]/export/file': { POST: 'reader' },
  '/dossiers/[id]/glossary': readOnlyPage('reader'),
  '/dossiers/[id]/history': {
    ...readOnlyPage('reader'),
    '?/undo': 'annotator',
    '?/seen': 'reader',
  },
  '/dossiers/[id]/history/[number]': {
    ...readOnlyPage('reader'),
    '?/undo': 'annotator',
    '?/restore': 'annotator',
  },
  '/dossiers/[id]/members': { ...readOnlyPage('owner'), '?/set': 'owner', '?/remove': 'owner' },
  '/dossiers/[id]/read': readOnlyPage('reader'),
  '/dossiers/[id]/sources': readOnlyPage('reader'),
  '/dossiers/[id]/rounds': readOnlyPage('reader'),
  '/dossiers/new': { ...readOnlyPage('person'), '?/default': 'person' },
  '/help/rules': readOnlyPage('person'),
  '/intake': { ...readOnlyPage('person'), '?/clear': 'person', '?/read': 'person' },
  '/intake/[desk]': {
    ...readOnlyPage('person'),
    '?/add': 'person',
    '?/cancel': 'person',
    '?/cuts': 'person',
    '?/draft': 'person',
    '?/join': 'person',
    '?/open': 'person',
    '?/remove': 'person',
    '?/retry': 'person',
    '?/save': 'person',
    '?/split': 'person',
    '?/stop': 'person',
    '?/undo': 'person',
    '?/whole': 'person',
  },
  '/intake/[desk]/[paper]': {
    ...readOnlyPage('person'),
    '?/edit': 'person',
    '?/step': 'person',
  },
  '/import': { ...readOnlyPage('person'), '?/upload': 'person', '?/apply': 'person' },
  '/invite/[secret]': { ...readOnlyPage('anyone'), '?/default': 'anyone' },
  '/operation': {
    ...readOnlyPage('admin'),
    '?/backup': 'admin',
    '?/delete': 'admin',
    '?/reset': 'admin',
    '?/restore': 'admin',
  },
  '/people': {
    ...readOnlyPage('admin'),
    '?/add': 'admin',
    '?/invite': 'admin',
    '?/change': 'admin',
    '?/remove': 'admin',
  },
  '/search': readOnlyPage('person'),
  '/sign-in': { ...readOnlyPage('anyone'), '?/default': 'anyone' },
  '/sign-in/provider': { GET: 'anyone' },
  '/theme': { POST: 'anyone' },
  '/api/v1/backups': { GET: 'admin', POST: 'admin' },
  '/api/v1/backups/[name]': { GET: 'admin' },
  '/api/v1/dossiers': { GET: 'person', POST: 'person' },
  '/api/v1/dossiers/[id]': { GET: 'reader', DELETE: 'owner' },
  '/api/v1/dossiers/[id]/bundle': { GET: 'reader' },
  '/api/v1/dossiers/[id]/changes': { GET: 'reader', POST: 'annotator' },
  '/api/v1/dossiers/[id]/changes/[number]': { GET: 'reader' },
  '/api/v1/dossiers/[id]/changes/[number]/undo': { POST: 'annotator' },
  '/api/v1/dossiers/[id]/comparison': { GET: 'reader' },
  '/api/v1/dossiers/[id]/events': { GET: 'reader' },
  '/api/v1/dossiers/[id]/members': { GET: 'owner', PUT: 'owner', DELETE: 'owner' },
  '/api/v1/dossiers/[id]/records/[kind]': { GET: 'reader' },
  '/api/v1/dossiers/[id]/records/[kind]/[record]': {
    GET: 'reader',
    PUT: 'annotator',
    DELETE: 'annotator',
  },
  '/api/v1/dossiers/[id]/records/[kind]/[record]/history': { GET: 'reader' },
  '/api/v1/health': { GET: 'anyone' },
  '/api/v1/import': { POST: 'person' },
  '/api/v1/me': { GET: 'person' },
  '/api/v1/ready': { GET: 'anyone' },
  '/api/v1/search': { GET: 'person' },
};

/** A request as far as rights are concerned. */
export interface AccessQuestion {
  /** The route as the router names it. */
  readonly route: string;
  readonly method: string;
  /** The query of the address, where form actions are named. */
  readonly search: string;
  readonly viewer: Viewer | undefined;
  /** Their role in the dossier of the address; undefined when there is none. */
  readonly role: Role | undefined;
}

/**
 * What becomes of a request. `sign-in`: whoever asks has to say who they are; `unknown`: they are
 * told that there is nothing, which is also the answer for a dossier that does not exist;
 * `forbidden`: they may see the thing, but not do this; `no-method`: nobody can do this here.
 */
export type AccessDecision = 'pass' | 'sign-in' | 'unknown' | 'forbidden' | 'no-method';

/** Judges a request by the table. */
export function decideAccess(question: AccessQuestion): AccessDecision {
  const { route, viewer, role } = question;
  const right = findRight(question);
  if (right === undefined) return accessTable[route] === undefined ? 'unknown' : 'no-method';
  if (right === 'anyone') return 'pass';
  if (viewer === undefined) return 'sign-in';
  // Scripts use the API, and those that only read never write.
  if (viewer.via === 'token' && !route.startsWith('/api/')) return 'forbidden';
  if (viewer.readOnly && !harmless.includes(question.method)) return 'forbidden';
  if (right === 'person') return 'pass';
  if (right === 'admin') return viewer.admin ? 'pass' : 'unknown';
  if (role === undefined) return 'unknown';
  return hasRole(role, right) ? 'pass' : 'forbidden';
}

const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

function findRight({ route, method, search }: AccessQuestion): Right | undefined {
  const rights = accessTable[route];
  if (rights === undefined) return undefined;
  if (method === 'HEAD' || method === 'OPTIONS') return rights['GET'];
  if (method === 'POST' && rights['POST'] === undefined) {
    // Found as the framework finds it: the first decoded name that begins with a stroke.
    const action = [...new URLSearchParams(search).keys()].find((name) => name.startsWith('/'));
    return rights[`?${action ?? '/default'}`];
  }
  return rights[method];
}
