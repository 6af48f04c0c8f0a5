import { error, redirect, type Handle } from '@sveltejs/kit';
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

/** Every answer carries the headers that keep a browser from sniffing, framing or leaking it. */
export const handle: Handle = async ({ event, resolve }) => {
  insistOnOwnName(event.request, event.url);
  event.locals.viewer = loneViewer;
  event.locals.role = 'owner';
  const response = await resolve(event);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (!response.headers.has('Content-Security-Policy')) {
    response.headers.set('Content-Security-Policy', policyOfFiles);
  }
  return response;
};
