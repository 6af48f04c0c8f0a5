// Which way imports point: the table of ARCHITECTURE.md as data. To change an arrow, change this
// table, ARCHITECTURE.md and a decision record in one commit.

/**
 * @typedef {'svelte' | '$app' | 'node'} Platform  what surrounds our code: Svelte, SvelteKit, Node
 * @typedef {object} Layer
 * @property {string} folder             where the layer lives
 * @property {readonly string[]} imports  the layers it may import
 * @property {readonly string[]} types    the layers of which it may import types only
 * @property {readonly Platform[]} platforms
 * @property {boolean} pure              the same inputs give the same outputs: no clock, random or network
 */

const domain = ['model', 'engine', 'wording', 'drawing'];
const browser = /** @type {const} */ (['svelte', '$app']);

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  model: layer('src/lib/model', { imports: [], pure: true }),
  engine: layer('src/lib/engine', { imports: ['model'], pure: true }),
  wording: layer('src/lib/wording', { imports: ['model', 'engine'], pure: true }),
  drawing: layer('src/lib/drawing', { imports: ['model', 'engine'], pure: true }),
  intake: layer('src/lib/intake', { imports: ['model', 'engine'], platforms: ['node'] }),
  formats: layer('src/lib/formats', { imports: domain }),
  server: layer('src/lib/server', { imports: ['model'], platforms: ['node'] }),
  app: layer('src/lib/app', {
    imports: [...domain, 'intake', 'formats', 'server'],
    platforms: ['node'],
  }),
  ui: layer('src/lib/ui', { imports: domain, platforms: browser }),
  routes: layer('src/routes', {
    imports: ['app', 'ui', 'model'],
    types: ['engine', 'wording', 'formats', 'drawing'],
    platforms: ['svelte', '$app', 'node'],
  }),
  cli: layer('src/cli', {
    imports: ['app', 'model'],
    types: ['engine', 'wording', 'formats', 'drawing'],
    platforms: ['node'],
  }),
};

/**
 * @param {string} folder
 * @param {Partial<Omit<Layer, 'folder'>>} rest
 * @returns {Layer}
 */
function layer(folder, rest) {
  return { folder, imports: [], types: [], platforms: [], pure: false, ...rest };
}

/**
 * The layer a file of the checkout belongs to, by its path from the root; undefined outside the
 * layers. The hooks of SvelteKit belong to the routes they surround.
 * @param {string} path  with forward slashes
 * @returns {string | undefined}
 */
export function findLayer(path) {
  if (/^src\/(hooks|service-worker)(\.\w+)*\.(ts|js)$/.test(path)) return 'routes';
  return Object.entries(layers).find(([, { folder }]) => path.startsWith(`${folder}/`))?.[0];
}
