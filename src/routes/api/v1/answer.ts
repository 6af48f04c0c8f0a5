import { json } from '@sveltejs/kit';
import type { Participant } from '#lib/app/viewer.ts';
import { parseJsonText } from '#lib/app/parse-json-text.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';

/** An answer that says what went wrong, in the form of RFC 9457. */
export interface Refusal {
  readonly status: number;
  /** A stable word for programs. */
  readonly code: string;
  /** A sentence for people. */
  readonly title: string;
  readonly problems?: readonly Problem[];
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Writes a refusal as `application/problem+json`. */
export function refuse({ status, code, title, problems, more }: Refusal): Response {
  const body = { type: 'about:blank', status, code, title, ...(problems && { problems }), ...more };
  return json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** Which status says best what problems mean; the first one decides. */
const statuses: Readonly<Record<string, number>> = {
  unknown_dossier: 404,
  unknown_record: 404,
  unknown_change: 404,
  not_allowed: 403,
  dossier_exists: 409,
  storage_full: 507,
  storage_busy: 503,
  storage_away: 503,
  storage_read_only: 503,
  storage_damaged: 503,
  storage_unreachable: 503,
  storage_missing: 503,
  storage_login: 503,
  storage_trouble: 500,
};

/** Writes problems, with the status that fits the first. */
export function refuseProblems(problems: readonly Problem[]): Response {
  const [first] = problems;
  const code = first?.code ?? 'refused';
  const status = statuses[code] ?? 422;
  const title = first?.message ?? 'This cannot be done.';
  return refuse({ status, code, title, problems });
}

/** The largest body an endpoint reads as JSON, in characters. */
const mostCharacters = 64 * 1024 * 1024;

/** Reads the body of a request as JSON; the answer to give when it is none. */
export async function readJson(
  request: Request,
): Promise<
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly answer: Response }
> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) {
    const title = 'Send JSON, and say so: "Content-Type: application/json".';
    return { ok: false, answer: refuse({ status: 415, code: 'not_json', title }) };
  }
  const text = await request.text();
  if (text.length > mostCharacters) {
    const answer = refuse({ status: 413, code: 'too_large', title: 'This body is too large.' });
    return { ok: false, answer };
  }
  const parsed: Parsed<unknown> = parseJsonText(text);
  if (parsed.ok) return parsed;
  const title = `The body is no JSON: ${parsed.problems[0]?.message ?? ''}`;
  const answer = refuse({ status: 400, code: 'bad_json', title, problems: parsed.problems });
  return { ok: false, answer };
}

/** Who asks, and with which role; the doors have let nobody in without both. */
export function participantOf(locals: App.Locals): Participant | undefined {
  const { viewer, role } = locals;
  return viewer === undefined || role === undefined ? undefined : { viewer, role };
}

/** What a person without any role in a dossier is told: the same as for one that does not exist. */
export const noDossier = (id: string): Response =>
  refuse({ status: 404, code: 'unknown_dossier', title: `There is no dossier "${id}" here.` });

/** The version a record was read at, from `If-Match: "12"`; `*` and lists are not understood. */
export function readVersion(header: string | null): number | undefined {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header?.trim() ?? '');
  return match === null ? undefined : Number(match[1]);
}

/** A whole number of an address, when it is one within bounds. */
export function readCount(text: string | null, most: number): number | undefined {
  if (text === null || !/^\d{1,9}$/.test(text)) return undefined;
  return Math.min(Number(text), most);
}

/** The name a client gave its request (`Idempotency-Key`); null for one that is no name. */
export function readRequestName({ headers }: Request): string | undefined | null {
  const name = headers.get('idempotency-key');
  if (name === null) return undefined;
  return /^[\w.:-]{1,100}$/.test(name) ? name : null;
}

/** What is said of a name that is none. */
export const badName: Refusal = {
  status: 400,
  code: 'bad_request_name',
  title: 'Idempotency-Key is a name of up to 100 letters, digits and . : _ -',
};
