import process from 'node:process';
import { error, redirect, type Handle, type ServerInit } from '@sveltejs/kit';
import { isFromHere } from '#lib/app/request-origin.ts';
import { closeSite, site, SiteTrouble } from '#lib/app/site.ts';
import { loneViewer } from '#lib/app/viewer.ts';

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
  process.once('sveltekit:shutdown', () => void closeSite());
  try {
    await site();
  } catch (trouble) {
    if (!(trouble instanceof SiteTrouble)) throw trouble;
    console.error(`Parley cannot start.\n${trouble.message}`);
    process.exit(troubleExit);
  }
};

/**
 * Sends a request that came under another name than the app's own address to that address. A
 * stranger's page may point its own name at the loopback address and would else read what is served
 * there; behind a proxy the operator answers for the names.
 */
function insistOnOwnName(request: Request, url: URL): void {
  const host = request.headers.get('host');
  if (host === null || host === url.host || !loopbackNames.includes(url.hostname)) return;
  if (request.method === 'GET' || request.method === 'HEAD') redirect(307, url);
  error(421, `This address is served as ${url.host}.`);
}

/** Refuses what another site sends, and gives every answer the headers that keep browsers careful. */
export const handle: Handle = async ({ event, resolve }) => {
  const { request, url, locals } = event;
  insistOnOwnName(request, url);
  if (!isFromHere({ method: request.method, headers: request.headers, own: url.origin }))
    error(403, 'This was sent by a page of another site, so nothing was done.');
  locals.viewer = loneViewer;
  locals.role = 'owner';
  const response = await resolve(event);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (!response.headers.has('Content-Security-Policy')) {
    response.headers.set('Content-Security-Policy', policyOfFiles);
  }
  return response;
};
