import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { AccessDecision } from '#lib/app/access.ts';
import { plainPage } from '#lib/ui/plain-page.ts';
import { refuse } from './api/v1/answer.ts';

/** What somebody is told who may not come in, as a page or for a program. */
export interface TurnedAway {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// What a page without any program may load: its one stylesheet.
const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const wantsJson = ({ url, request, isDataRequest }: RequestEvent): boolean =>
  isDataRequest ||
  url.pathname.startsWith('/api/') ||
  (request.headers.get('accept') ?? '').startsWith('application/json');

/** Writes the refusal in the form whoever asks can read. */
export function turnAway(event: RequestEvent, away: TurnedAway): Response {
  const { status, code, title, message, headers } = away;
  if (wantsJson(event)) {
    const more = { type: 'error', message, error: { message } };
    const isApi = event.url.pathname.startsWith('/api/');
    const answer = refuse({ status, code, title: message, more: isApi ? {} : more });
    for (const [name, value] of Object.entries(headers ?? {})) answer.headers.set(name, value);
    return answer;
  }
  return new Response(plainPage({ status, title, message }), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

/** Answers a request that was judged and may not pass. */
export function answerDenied(
  event: RequestEvent,
  decision: Exclude<AccessDecision, 'pass'>,
): Response {
  const isApi = event.url.pathname.startsWith('/api/');
  if (decision === 'sign-in' && !isApi) redirect(303, signInAddress(event));
  return turnAway(event, refusals[decision]);
}

/** The sign-in page, which leads back to the page that was asked for. */
function signInAddress({ request, url }: RequestEvent): string {
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  const back = isPage && url.pathname !== '/' ? `${url.pathname}${url.search}` : undefined;
  return back === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ back }).toString()}`;
}

const refusals: Readonly<Record<Exclude<AccessDecision, 'pass'>, TurnedAway>> = {
  'sign-in': {
    status: 401,
    code: 'sign_in',
    title: 'Sign in first',
    message: 'Sign in, or send an API token: "Authorization: Bearer parley_…".',
    headers: { 'www-authenticate': 'Bearer realm="Parley"' },
  },
  unknown: {
    status: 404,
    code: 'unknown',
    title: 'Nothing is here',
    message: 'There is nothing at this address, or it is not shared with you.',
  },
  forbidden: {
    status: 403,
    code: 'not_allowed',
    title: 'This is not yours to do',
    message: 'Your role does not allow this. An owner of the dossier can change that.',
  },
  'no-method': {
    status: 405,
    code: 'no_method',
    title: 'This cannot be done here',
    message: 'Nothing at this address answers this kind of request.',
  },
};
