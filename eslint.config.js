import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { configs as ts, parser } from 'typescript-eslint';
import { layerRule } from './lint/layer-rule.js';
import { layers } from './lint/layers.js';
import { syntaxConfigs } from './lint/syntax.js';
import svelteConfig from './svelte.config.js';

const typed = ['**/*.ts'];
const plain = ['**/*.js', '**/*.mjs'];
const components = ['**/*.svelte', '**/*.svelte.ts'];
const layered = [...Object.values(layers).map(({ folder }) => `${folder}/**`), 'src/hooks*.ts'];
const tests = ['**/*.test.ts', 'tests/**', 'bench/**'];

export default [
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'data/',
      'static/',
    ],
  },
  js.configs.recommended,
  ...ts.strict,
  ...ts.strictTypeChecked.map((config) => ({ ...config, files: typed })),
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      // TypeScript knows the names.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: components,
    languageOptions: {
      parserOptions: {
        parser,
        projectService: false,
        extraFileExtensions: ['.svelte'],
        svelteConfig,
      },
    },
  },
  {
    // Types in components are svelte-check's work; rules that need them would lint for minutes.
    ...ts.disableTypeChecked,
    files: components,
    rules: {
      ...ts.disableTypeChecked.rules,
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      // Links inside the app are plain paths: it is always served from the root of its address.
      'svelte/no-navigation-without-resolve': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  {
    files: ['src/**'],
    rules: { 'max-lines': ['error', { max: 300 }], 'max-params': ['error', { max: 3 }] },
  },
  {
    name: 'parley/layers',
    files: layered,
    // Tests may reach for anything that helps them; what they test may not.
    ignores: tests,
    plugins: { parley: { rules: { layers: layerRule } } },
    rules: { 'parley/layers': 'error' },
  },
  ...syntaxConfigs,
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'max-lines': 'off',
      'max-params': 'off',
    },
  },
  { files: plain, rules: { '@typescript-eslint/no-empty-function': 'off' } },
];
