// What the source may not contain, as selectors for ESLint's no-restricted-syntax. ESLint replaces,
// never merges, the options of a rule, so that each kind of file gets its whole list from here.
import { layers } from './layers.js';

const everywhere = [
  {
    selector: 'TSEnumDeclaration',
    message: 'No enum: a closed set is an `as const` array with the type derived from it.',
  },
  {
    selector: 'TSNonNullExpression',
    message: 'No `!`: handle the missing value, or parse so that it cannot be missing.',
  },
];

const noCasts = [
  {
    selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
    message: 'No `as` outside tests and parsers: parse the value, narrow it, or use `satisfies`.',
  },
  { selector: 'TSTypeAssertion', message: 'No type assertions outside tests and parsers.' },
];

const noNetwork = [
  {
    selector: 'CallExpression[callee.name="fetch"], MemberExpression[property.name="fetch"]',
    message: 'No fetch here: data comes in as arguments.',
  },
  {
    selector: 'NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource)$/]',
    message: 'No network here: data comes in as arguments.',
  },
];

const noClockOrRandom = [
  {
    selector:
      'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"], ' +
      'MemberExpression[object.name="Temporal"][property.name="Now"], ' +
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'No clock here: the time comes in as an argument.',
  },
  {
    selector:
      'MemberExpression[object.name="Math"][property.name="random"], ' +
      'MemberExpression[property.name=/^(randomUUID|getRandomValues|randomBytes)$/]',
    message: 'No random here: ids and seeds come in as arguments.',
  },
];

const pureFolders = Object.values(layers)
  .filter((layer) => layer.pure)
  .map((layer) => `${layer.folder}/**`);

/** Files that may cast: parsers give unknown values their type, tests build odd ones on purpose. */
export const mayCast = ['**/*parse*.ts', '**/*.test.ts', 'tests/**', 'bench/**'];

/**
 * @param {readonly object[]} selectors
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restrict = (selectors) => ({ 'no-restricted-syntax': ['error', ...selectors] });

/** @type {import('eslint').Linter.Config[]} */
export const syntaxConfigs = [
  { rules: restrict([...everywhere, ...noCasts]) },
  { files: mayCast, rules: restrict(everywhere) },
  {
    files: [`${layers['ui']?.folder}/**`],
    rules: restrict([...everywhere, ...noCasts, ...noNetwork]),
  },
  {
    files: pureFolders,
    ignores: mayCast,
    rules: restrict([...everywhere, ...noCasts, ...noNetwork, ...noClockOrRandom]),
  },
  {
    files: pureFolders.map((folder) => `${folder}/*parse*.ts`),
    rules: restrict([...everywhere, ...noNetwork, ...noClockOrRandom]),
  },
].map((config) => ({ name: 'parley/syntax', ...config }));
