import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { decideAccess } from '#lib/app/access.ts';
import { noteRequest } from '#lib/app/idle-memory.ts';
import { findRole, identifyViewer } from '#lib/app/identify-viewer.ts';
import { isFromHere } from '#lib/app/request-origin.ts';
import { closeSite, endStreams, site, SiteTrouble } from '#lib/app/site.ts';
import { answerDenied, turnAway } from './routes/turn-away.ts';

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not 'no-referrer': with it browsers post forms from origin "null", which are then refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

// Pages carry the policy of svelte.config.js; what is not a page needs nothing at all.
const policyOfFiles = "default-src 'none'; frame-ancestors 'none'";

const loopbackNames: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** What the server tells a program that started it: the configuration or the database is at fault. */
const troubleExit = 2;

/**
 * Opens the database before the first request, and closes it when the last one is answered. What
 * keeps it from opening is told once, and the server does not start.
 */
export const init: ServerInit = async () => {
  // Open streams would keep the server waiting; requests that are under way are answered.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void endStreams());
  process.once('sveltekit:shutdown', () => void closeSite());
  try {
    const { log, settings, database } = await site();
    log.note('ready', { accounts: settings.accounts, engine: database.engine });
  } catch (trouble) {
    if (!(trouble instanceof SiteTrouble)) throw trouble;
    console.error(`Parley cannot start.\n${trouble.message}`);
    process.exit(troubleExit);
  }
};

type Event = Parameters<Handle>[0]['event'];

/**
 * Sends a request that came under another name than the app's own address to that address. A
 * stranger's page may point its own name at the loopback address and would else read what is served
 * there; behind a proxy the operator answers for the names.
 */
function insistOnOwnName(event: Event): Response | undefined {
  const { request, url } = event;
  const host = request.headers.get('host');
  if (host === null || host === url.host || !loopbackNames.includes(url.hostname)) return undefined;
  if (request.method === 'GET' || request.method === 'HEAD') redirect(307, url);
  const message = `This address is served as ${url.host}.`;
  return turnAway(event, { status: 421, code: 'other_name', title: 'Another address', message });
}

/** Whoever sent this did so from a page of another site. */
function insistOnOwnPages(event: Event): Response | undefined {
  const { method, headers } = event.request;
  if (isFromHere({ method, headers, own: event.url.origin })) return undefined;
  const message = 'This was sent by a page of another site, so nothing was done.';
  return turnAway(event, { status: 403, code: 'foreign', title: 'Nothing was done', message });
}

/** Finds out who asks and whether they may; the answer when they may not. */
async function insistOnRights(event: Event): Promise<Response | undefined> {
  const { request, url, locals, params, route } = event;
  // What no route knows is answered with "nothing is here", whoever asks.
  if (route.id === null) return undefined;
  const opened = await site();
  locals.viewer = await identifyViewer(opened, request.headers, new Date().toISOString());
  const { viewer } = locals;
  if (viewer !== undefined && params['id'] !== undefined)
    locals.role = await findRole(opened, viewer, params['id']);
  if (viewer?.via === 'token') {
    const allowance = await opened.limits.tryRequest(viewer.id);
    if (!allowance.ok) return answerTooMany(event, allowance.retryAfterS);
  }
  const { method } = request;
  const { role } = locals;
  const question = { route: route.id, method, search: url.search, viewer, role };
  const decision = decideAccess(question);
  return decision === 'pass' ? undefined : answerDenied(event, decision);
}

/** Pages take forms and nothing else; what is sent to the API says there what it is. */
function insistOnForm(event: Event): Response | undefined {
  const { request, url } = event;
  if (request.method !== 'POST' || url.pathname.startsWith('/api/')) return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  const message = 'Pages take what a form sends; programs use the addresses below /api/v1.';
  return turnAway(event, { status: 415, code: 'no_form', title: 'This is no form', message });
}

function answerTooMany(event: Event, retryAfterS: number): Response {
  const message = `Too many requests; try again in ${String(retryAfterS)} seconds.`;
  const headers = { 'retry-after': String(retryAfterS) };
  const away = { status: 429, code: 'too_many', title: 'Too many requests', message, headers };
  return turnAway(event, away);
}

/** Turns away what may not pass, and gives every answer the headers that keep browsers careful. */
export const handle: Handle = async ({ event, resolve }) => {
  const started = performance.now();
  event.locals.requestId = randomUUID();
  noteRequest();
  const response =
    insistOnOwnName(event) ??
    insistOnOwnPages(event) ??
    (await insistOnRights(event)) ??
    insistOnForm(event) ??
    (await resolve(event));
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (!response.headers.has('Content-Security-Policy')) {
    response.headers.set('Content-Security-Policy', policyOfFiles);
  }
  if (event.locals.viewer?.via === 'session') response.headers.append('Vary', 'Cookie');
  await writeEntry(event, { status: response.status, ms: performance.now() - started });
  return response;
};

async function writeEntry(
  { locals, request, route, params }: Event,
  { status, ms }: { readonly status: number; readonly ms: number },
): Promise<void> {
  const { log } = await site();
  log.request({
    ...{ id: locals.requestId, method: request.method, route: route.id ?? 'none', status },
    ...{ dossier: params['id'], viewer: locals.viewer?.id, ms: Math.round(ms * 10) / 10 },
  });
}

/** Writes down what nobody expected, under a number that the reader is told. */
export const handleError: HandleServerError = async ({ error, event, status, message }) => {
  if (status === 404) return { message: 'There is nothing at this address.' };
  // What a request got wrong is told to whoever sent it, and is nothing the log has to keep.
  if (status < 500) return { message };
  const { requestId } = event.locals;
  const opened = await site().catch(() => undefined);
  opened?.log.trouble(error, { id: requestId, route: event.route.id });
  return {
    message: `Parley stumbled, and nothing you had stored is lost. The log of the server names it as ${requestId}.`,
  };
};
