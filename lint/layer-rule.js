// The lint rule that holds the table of layers.js: each import of a file in a layer is looked up.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { findLayer, layers } from './layers.js';

const codeEndings = /\.(ts|js|mjs|svelte|css|json|svg|sql|txt|md)(\?\w+)?$/;

/**
 * The surroundings a package belongs to, or undefined for an ordinary package.
 * @param {string} source
 * @returns {import('./layers.js').Platform | undefined}
 */
function findPlatform(source) {
  if (source.startsWith('$app/') || source.startsWith('$env/')) return '$app';
  if (source === '@sveltejs/kit' || source.startsWith('@sveltejs/kit/')) return '$app';
  if (
    /^(svelte|@lucide\/svelte|bits-ui|svelte-sonner|virtua|@xyflow\/svelte|layerchart)(\/|$)/.test(
      source,
    )
  ) {
    return 'svelte';
  }
  if (source.startsWith('node:') || builtinModules.includes(source.split('/')[0] ?? ''))
    return 'node';
  return undefined;
}

/**
 * Our own file an import names, by its path from the root, or undefined for a package.
 * @param {string} source
 * @param {string} importer  path from the root
 */
function findTarget(source, importer) {
  if (source.startsWith('#lib/')) return `src/lib/${source.slice('#lib/'.length)}`;
  if (source.startsWith('.')) return posix.normalize(posix.join(posix.dirname(importer), source));
  return undefined;
}

/**
 * What is wrong with an import, as a sentence, and what to write instead where that is certain.
 * @typedef {{ readonly reason: string, readonly instead?: string }} Fault
 * @typedef {{ readonly source: string, readonly importer: string, readonly typeOnly: boolean }} Question
 */

/**
 * Why an import may not stand; undefined when it may.
 * @param {Question} question
 * @returns {Fault | undefined}
 */
export function findFault({ source, importer, typeOnly }) {
  const from = findLayer(importer);
  const rules = from === undefined ? undefined : layers[from];
  if (from === undefined || rules === undefined) return undefined;
  if (source.startsWith('$lib')) {
    const reason = `Import "${source}" as "#lib/…", which Node understands too.`;
    return { reason, instead: source.replace('$', '#') };
  }
  const target = findTarget(source, importer);
  if (target === undefined) {
    const platform = findPlatform(source);
    if (platform === undefined || rules.platforms.includes(platform)) return undefined;
    const name = platform === 'node' ? 'from Node' : platform;
    return { reason: `The layer ${from} may not import ${name}: "${source}".` };
  }
  // $types is written by SvelteKit and has no file of that name.
  if (!codeEndings.test(target) && posix.basename(target) !== '$types') {
    return { reason: `Write the ending of the file: "${source}.ts"?` };
  }
  const to = findLayer(target);
  if (to === undefined) {
    return { reason: `The layer ${from} may not import what is in no layer: "${source}".` };
  }
  const forbidden = to === from ? undefined : findArrowFault({ from, to, typeOnly });
  if (forbidden !== undefined) return { reason: `${forbidden}: "${source}".` };
  return findFormFault({ source, target, importer, crosses: to !== from });
}

/**
 * @param {{ readonly from: string, readonly to: string, readonly typeOnly: boolean }} arrow
 * @returns {string | undefined}
 */
function findArrowFault({ from, to, typeOnly }) {
  const rules = layers[from];
  if (rules?.imports.includes(to) === true) return undefined;
  if (rules?.types.includes(to) !== true) return `The layer ${from} may not import the layer ${to}`;
  return typeOnly ? undefined : `The layer ${from} may import only types of the layer ${to}`;
}

/**
 * @param {{ readonly source: string, readonly target: string, readonly importer: string, readonly crosses: boolean }} allowed
 * @returns {Fault | undefined}
 */
function findFormFault({ source, target, importer, crosses }) {
  const isRelative = source.startsWith('.');
  if (isRelative !== crosses) return undefined;
  if (crosses) {
    const instead = target.replace(/^src\/lib\//, '#lib/');
    return { reason: `Across layers, import as "${instead}", not "${source}".`, instead };
  }
  const path = posix.relative(posix.dirname(importer), target);
  const instead = path.startsWith('.') ? path : `./${path}`;
  return { reason: `Inside a layer, import by the relative path "${instead}".`, instead };
}

/**
 * Whether an import or export brings types alone, so that nothing of it is left when it runs.
 * @param {any} node
 */
function isTypeOnly(node) {
  if (node.type === 'TSImportType') return true;
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return (
    names.length > 0 &&
    names.every((/** @type {any} */ name) => (name.importKind ?? name.exportKind) === 'type')
  );
}

/** @type {import('eslint').Rule.RuleModule} */
export const layerRule = {
  meta: { type: 'problem', fixable: 'code', schema: [], messages: { fault: '{{reason}}' } },
  create(context) {
    const importer = posix.relative(toSlashes(context.cwd), toSlashes(context.filename));
    /** @param {any} node */
    const check = (node) => {
      const literal = node.source ?? node.argument?.literal ?? node.argument;
      if (typeof literal?.value !== 'string') return;
      const fault = findFault({ source: literal.value, importer, typeOnly: isTypeOnly(node) });
      if (fault === undefined) return;
      const { reason, instead } = fault;
      context.report({
        node: literal,
        messageId: 'fault',
        data: { reason },
        fix: (fixer) => (instead === undefined ? null : fixer.replaceText(literal, `'${instead}'`)),
      });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

/** @param {string} path */
const toSlashes = (path) => path.replaceAll('\\', '/');
