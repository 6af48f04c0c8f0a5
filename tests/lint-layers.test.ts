import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { findFault } from '../lint/layer-rule.js';
import { findLayer } from '../lint/layers.js';

const eslint = new ESLint();

/** The rules that refuse this text as a component, which is linted without a whole type check. */
async function refusals(path: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: path });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const value = (importer: string, source: string) =>
  findFault({ importer, source, typeOnly: false })?.reason;
const type = (importer: string, source: string) =>
  findFault({ importer, source, typeOnly: true })?.reason;

describe('the table of layers', () => {
  test.each([
    ['src/lib/engine/align.ts', 'engine'],
    ['src/lib/ui/Matrix.svelte', 'ui'],
    ['src/routes/compare/+page.server.ts', 'routes'],
    ['src/hooks.server.ts', 'routes'],
    ['src/cli/read.ts', 'cli'],
    ['tests/support/a-clause.ts', undefined],
    ['src/lib/engineering/align.ts', undefined],
  ])('says that %s belongs to %s', (path, layer) => {
    expect(findLayer(path)).toBe(layer);
  });

  test.each([
    ['src/lib/model/clause.ts', 'zod'],
    ['src/lib/model/clause.ts', './id.ts'],
    ['src/lib/engine/align.ts', '#lib/model/clause.ts'],
    ['src/lib/engine/rules/modality.ts', '../align.ts'],
    ['src/lib/intake/read-docx.ts', 'node:fs'],
    ['src/lib/formats/csv.ts', '#lib/wording/sentence.ts'],
    ['src/lib/server/database.ts', 'node:sqlite'],
    ['src/lib/app/compare.ts', '#lib/server/database.ts'],
    ['src/lib/ui/Matrix.svelte', '#lib/drawing/matrix.ts'],
    ['src/lib/ui/Matrix.svelte', '$app/state'],
    ['src/routes/+page.svelte', '#lib/ui/Matrix.svelte'],
    ['src/routes/+page.server.ts', './$types'],
    ['src/cli/read.ts', '#lib/app/read.ts'],
    ['tests/support/a-clause.ts', '../../src/lib/model/clause.ts'],
  ])('lets %s import %s', (importer, source) => {
    expect(value(importer, source)).toBeUndefined();
  });

  test.each([
    ['src/lib/model/clause.ts', '#lib/engine/align.ts', 'may not import the layer engine'],
    ['src/lib/model/clause.ts', 'svelte', 'may not import svelte'],
    ['src/lib/engine/align.ts', 'node:fs', 'may not import from Node'],
    ['src/lib/engine/align.ts', 'fs/promises', 'may not import from Node'],
    ['src/lib/engine/align.ts', '#lib/wording/sentence.ts', 'may not import the layer wording'],
    ['src/lib/wording/sentence.ts', '#lib/drawing/strip.ts', 'may not import the layer drawing'],
    ['src/lib/intake/read.ts', '$app/state', 'may not import $app'],
    ['src/lib/formats/csv.ts', 'node:fs', 'may not import from Node'],
    ['src/lib/formats/csv.ts', '#lib/intake/read.ts', 'may not import the layer intake'],
    ['src/lib/server/database.ts', '#lib/engine/align.ts', 'may not import the layer engine'],
    ['src/lib/app/compare.ts', '#lib/ui/Matrix.svelte', 'may not import the layer ui'],
    ['src/lib/ui/Matrix.svelte', '#lib/server/database.ts', 'may not import the layer server'],
    ['src/lib/ui/Matrix.svelte', '#lib/app/compare.ts', 'may not import the layer app'],
    ['src/routes/+page.server.ts', '#lib/engine/align.ts', 'only types'],
    ['src/routes/+page.server.ts', '../cli/read.ts', 'may not import the layer cli'],
    ['src/cli/read.ts', '#lib/server/database.ts', 'may not import the layer server'],
    ['src/lib/engine/align.ts', '../model/clause.ts', 'import as "#lib/model/clause.ts"'],
    ['src/lib/engine/align.ts', '#lib/engine/status.ts', 'relative path "./status.ts"'],
    ['src/lib/engine/align.ts', '$lib/model/clause.ts', '#lib'],
    ['src/lib/engine/align.ts', './status', 'ending'],
    ['src/lib/engine/align.ts', '../../../scripts/setup.mjs', 'in no layer'],
  ])('keeps %s from importing %s', (importer, source, reason) => {
    expect(value(importer, source)).toContain(reason);
  });

  test.each([
    ['src/lib/engine/rules/modality.ts', '../../model/clause.ts', '#lib/model/clause.ts'],
    ['src/lib/engine/rules/modality.ts', '#lib/engine/align.ts', '../align.ts'],
    ['src/routes/+page.svelte', '$lib/ui/Matrix.svelte', '#lib/ui/Matrix.svelte'],
    ['src/lib/model/clause.ts', '../engine/align.ts', undefined],
  ])('mends in %s the import of %s', (importer, source, instead) => {
    expect(findFault({ importer, source, typeOnly: false })?.instead).toBe(instead);
  });

  test('lets pages and commands name types of layers they may not call', () => {
    expect(type('src/routes/+page.server.ts', '#lib/engine/comparison.ts')).toBeUndefined();
    expect(type('src/cli/compare.ts', '#lib/formats/markdown.ts')).toBeUndefined();
    expect(type('src/lib/model/clause.ts', '#lib/engine/comparison.ts')).toContain('layer engine');
  });
});

describe('the lint run', { timeout: 30_000 }, () => {
  test.each([
    ["import { x } from '#lib/app/compare.ts';\nx();", 'parley/layers'],
    ["export * from '#lib/server/database.ts';", 'parley/layers'],
    ["void import('#lib/server/database.ts');", 'parley/layers'],
    ["export let x: import('#lib/app/compare.ts').X;", 'parley/layers'],
    ["await fetch('/api/v1/health');", 'no-restricted-syntax'],
    ['export const x = ({} as { a: 1 }).a;', 'no-restricted-syntax'],
    ['export const x = (null as string | null)!;', 'no-restricted-syntax'],
    ['enum Relation { same }\nconsole.log(Relation);', 'no-restricted-syntax'],
    ['export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ])('refuses in a component: %s', async (code, rule) => {
    const text = `<script module lang="ts">\n${code}\n</script>`;
    expect(await refusals('src/lib/ui/Bad.svelte', text)).toContain(rule);
  });

  test('accepts what the table and the house rules allow', async () => {
    const code = `<script lang="ts">
  import type { Comparison } from '#lib/engine/comparison.ts';
  import { relations } from '#lib/model/relation.ts';

  const { rows }: { rows: Comparison['rows'] } = $props();
  const signs = ['=', '≠'] as const;
</script>

<p>{rows.length} {relations.length} {signs.join(' ')}</p>
`;
    expect(await refusals('src/lib/ui/Good.svelte', code)).toEqual([]);
  });

  test.each([
    ['Date.now()', 1],
    ['new Date()', 1],
    ['Math.random()', 1],
    ["fetch('/x')", 1],
    ['crypto.randomUUID()', 1],
    ["new Date('2022-03-29')", 0],
    ['Math.max(1, 2)', 0],
  ])('in the engine, finds in %s as many faults: %d', async (expression, count) => {
    const { rules } = await eslint.calculateConfigForFile('src/lib/engine/align.ts');
    const bare = new ESLint({
      overrideConfigFile: true,
      overrideConfig: { rules: { 'no-restricted-syntax': rules['no-restricted-syntax'] } },
    });
    const [result] = await bare.lintText(`export const x = ${expression};`);
    expect(result?.messages).toHaveLength(count);
  });
});
