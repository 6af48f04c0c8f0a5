import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { goodBundle, goodJson, goodPaper, type Files } from './good-bundle.ts';

/** One way to break a bundle, and what has to be said about it. */
export interface BrokenBundle {
  readonly name: string;
  readonly files: Files;
  /** What only a file system can do, after the files are written; `outside` lies beside the folder. */
  readonly prepare?: (folder: string, outside: string) => void;
  /** Code, file and place that the message names. */
  readonly code: string;
  readonly path: string;
  readonly skip?: boolean;
}

type Change = (text: string) => string;

/** A change that has to change something, so that no case tests a sound bundle. */
const swap =
  (from: string, to: string): Change =>
  (text) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return text.replace(from, () => to);
  };

const json = (name: string, code: string, path: string, change: Change): BrokenBundle => ({
  name,
  files: { ...goodBundle, 'dossier.json': change(goodJson) },
  code,
  path: `dossier.json${path === '' ? '' : ': '}${path}`,
});

const paper = (name: string, code: string, path: string, change: Change): BrokenBundle => ({
  name,
  files: { ...goodBundle, 'papers/one.md': change(goodPaper) },
  code,
  path: `papers/one.md${path === '' ? '' : ': '}${path}`,
});

const bytes = (
  name: string,
  code: string,
  { path, content }: { readonly path: string; readonly content: Uint8Array },
): BrokenBundle => ({ name, files: { ...goodBundle, [path]: content }, code, path });

const disk = (
  name: string,
  code: string,
  path: string,
  prepare: (folder: string, outside: string) => void,
): BrokenBundle => ({ name, files: goodBundle, code, path, prepare });

const provision = (change: Record<string, unknown>): Change => {
  const fields = JSON.stringify(change).slice(1, -1);
  return swap('"force": "demand"', `"force": "demand", ${fields}`);
};

const utf16 = (text: string): Uint8Array => {
  const units = new Uint16Array([0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))]);
  return new Uint8Array(units.buffer);
};

const junk = Uint8Array.from({ length: 4096 }, (_, i) => ((i * 7919) >> 3) & 0xff);

const yamlBomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key, i) => {
    const earlier = `*${'abcdefgh'.charAt(i)}`;
    return `${key}: &${key} [${Array.from({ length: 9 }, () => earlier).join(', ')}]`;
  }),
].join('\n');

/** Every Unix has it. */
const pipeMaker = 'mkfifo';
const asRoot = process.getuid?.() === 0;

// prettier-ignore
export const brokenBundles: readonly BrokenBundle[] = [
  // dossier.json as a file
  { name: 'no dossier.json', files: { 'papers/one.md': goodPaper }, code: 'missing_file', path: 'dossier.json' },
  { name: 'an empty folder', files: {}, code: 'missing_file', path: 'dossier.json' },
  bytes('an empty dossier.json', 'file_empty', { path: 'dossier.json', content: new Uint8Array() }),
  bytes('dossier.json in UTF-16', 'not_utf8', { path: 'dossier.json', content: utf16(goodJson) }),
  bytes('dossier.json with a byte order mark', 'byte_order_mark', { path: 'dossier.json', content: new TextEncoder().encode(`\ufeff${goodJson}`) }),
  bytes('binary junk for dossier.json', 'nul_character', { path: 'dossier.json', content: junk }),
  bytes('Latin-1 in dossier.json', 'not_utf8', { path: 'dossier.json', content: Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d) }),
  bytes('a NUL byte in dossier.json', 'nul_character', { path: 'dossier.json', content: new TextEncoder().encode(`${goodJson}\0`) }),
  // JSON
  json('a comma too many', 'json_syntax', 'line 5, column 1', () => '{\n "format": "parley-dossier",\n "version": 1,\n "id": "x",\n}'),
  json('a missing comma', 'json_syntax', 'line', swap('"version": 1,', '"version": 1')),
  json('a file cut off', 'json_syntax', 'line', (text) => text.slice(0, 300)),
  json('single quotes', 'json_syntax', 'line 1', () => "{'format': 1}"),
  json('a comment', 'json_syntax', 'line', swap('"version"', '// version\n"version"')),
  json('NaN for a number', 'json_syntax', 'line', swap('"min": 6', '"min": NaN')),
  json('Infinity for a number', 'json_syntax', 'line', swap('"min": 6', '"min": -Infinity')),
  json('a line break inside a text', 'json_syntax', 'line', swap('Two papers.', 'Two\npapers.')),
  json('words behind the end', 'json_syntax', 'line', (text) => `${text} more`),
  json('a number too large', 'number_too_large', 'line', swap('"min": 6', '"min": 6e999')),
  json('5 MB of brackets', 'nested_too_deep', 'line 1, column 6', () => '['.repeat(5_000_000)),
  json('5 MB of nested objects', 'nested_too_deep', 'line 1', () => '{"a":'.repeat(1_000_000)),
  json('the key __proto__', 'forbidden_key', 'line', swap('"version"', '"__proto__": {"fictitious": true}, "version"')),
  json('the key __proto__, escaped', 'forbidden_key', 'line', swap('"version"', '"\\u005f_proto__": {}, "version"')),
  json('the key constructor in a scope', 'forbidden_key', 'line', provision({ scope: { constructor: ['x'] } })),
  json('a key twice', 'duplicate_key', 'line 4', swap('"id": "small"', '"version": 1, "id": "small"')),
  json('half a character, escaped', 'lone_surrogate', 'summary', swap('Two papers.', 'Two \\ud800 papers.')),
  // what the file says it is
  json('a list for a dossier', 'not_a_dossier', 'format', () => '[]'),
  json('some other JSON', 'not_a_dossier', 'format', () => '{"name": "package"}'),
  json('another format', 'not_a_dossier', 'format', swap('parley-dossier', 'parley-annotations')),
  json('a version of the future', 'version_unknown', 'version', swap('"version": 1', '"version": 99')),
  json('a version in words', 'invalid_value', 'version', swap('"version": 1', '"version": "one"')),
  // records
  json('a number for a title', 'invalid_type', 'title', swap('"title": "Small"', '"title": 5')),
  json('an empty title', 'custom', 'title', swap('"title": "Small"', '"title": " "')),
  json('no language', 'invalid_type', 'language', swap('"language": "en",\n "actors"', '"actors"')),
  json('an unknown field', 'unrecognized_keys', '(whole)', swap('"version"', '"color": "red", "version"')),
  json('an object for a list', 'invalid_type', 'issues', swap('"issues": [\n  {\n   "id": "pay",\n   "label": "Pay"\n  }\n ]', '"issues": {"id": "pay"}')),
  json('a path for an id', 'invalid_format', 'acts[0].id', swap('"id": "raise"', '"id": "../raise"')),
  json('a script for a web address', 'invalid_format', 'sources[0].url', swap('https://example.org', 'javascript:alert(1)')),
  json('text for a number', 'invalid_type', 'provisions[0].amounts[0].min', swap('"min": 6', '"min": "NaN"')),
  json('an amount from large to small', 'amount_reversed', 'provisions[0].amounts[0]', swap('"min": 6', '"min": 6, "max": 5')),
  json('a condition of the unconditional', 'condition_contradiction', 'provisions[0]', provision({ unconditional: true, given: [{ event: 'e' }] })),
  json('a modality nobody knows', 'invalid_value', 'provisions[0].modality', swap('"must"', '"should"')),
  json('a premise without a ground', 'premise_unfounded', 'actors[0].basis', swap('"name": "A"', '"name": "A", "parts": ["b"]')),
  json('a day that does not exist', 'custom', 'silences[0].at', swap('"papers"', '"silences": [{"paper": "one", "issue": "pay", "by": "me", "at": "2025-02-30", "why": "w"}], "papers"')),
  json('100,000 broken provisions', 'more_problems', '', (text) => text.replace(/"provisions": \[[^]*$/, `"provisions": [${'{"kind":"norm"},'.repeat(99_999)}{}]}`)),
  // references
  json('a provision on no clause', 'unknown_reference', 'provisions[0].clause', swap('"clause": "c1"', '"clause": "c9"')),
  json('a provision on no act', 'unknown_reference', 'provisions[0].act', swap('"act": "raise"', '"act": "lower"')),
  json('words that stand nowhere', 'words_not_found', 'provisions[0].words', swap('"words": "raise pay"', '"words": "cut pay"')),
  json('words at the wrong place', 'words_not_found', 'provisions[0].words', swap('"words": "raise pay"', '"words": {"exact": "raise pay", "from": 3}')),
  json('words of the wrong length', 'words_span', 'provisions[0].words', swap('"words": "raise pay"', '"words": {"exact": "raise", "from": 1, "to": 99}')),
  json('an issue above itself', 'cycle', 'issues[0].parent', swap('"label": "Pay"', '"label": "Pay", "parent": "pay"')),
  json('an id of JavaScript’s own', 'reserved_id', 'terms[0].id', (text) => text.replaceAll('"rise"', '"valueOf"')),
  json('two acts of one id', 'duplicate_id', 'acts[1].id', swap('"label": "raise pay"\n  }', '"label": "raise pay"\n  }, {"id": "raise", "label": "more"}')),
  // names of papers
  { ...json('a paper that is not there', 'missing_file', '', swap('"two"\n', '"three"\n')), path: 'papers/three.md' },
  json('a paper outside the folder', 'paper_name_invalid', 'papers[1]', swap('"two"\n', '"../../../etc/passwd"\n')),
  json('a paper at an absolute path', 'paper_name_invalid', 'papers[1]', swap('"two"\n', '"/etc/passwd"\n')),
  json('a paper with backslashes', 'paper_name_invalid', 'papers[1]', swap('"two"\n', '"..\\\\..\\\\secret"\n')),
  json('a paper in percent signs', 'paper_name_invalid', 'papers[1]', swap('"two"\n', '"%2e%2e%2fsecret"\n')),
  json('a paper with a NUL in its name', 'paper_name_invalid', 'papers[1]', swap('"two"\n', '"two\\u0000"\n')),
  json('a number for a paper', 'paper_name_invalid', 'papers[1]', swap('"two"\n', '2\n')),
  json('a paper listed twice', 'duplicate_id', 'papers[2]', swap('"two"\n', '"two", "one"\n')),
  json('one name for the list of papers', 'invalid_type', 'papers', (text) => text.replace(/"papers": \[[^\]]*\]/, '"papers": "one"')),
  // front matter
  bytes('an empty paper', 'file_empty', { path: 'papers/one.md', content: new Uint8Array() }),
  bytes('binary junk for a paper', 'nul_character', { path: 'papers/one.md', content: junk }),
  bytes('a paper with a byte order mark', 'byte_order_mark', { path: 'papers/one.md', content: new TextEncoder().encode(`\ufeff${goodPaper}`) }),
  paper('no front matter', 'front_matter_missing', 'line 1', () => 'B shall raise pay.\n'),
  paper('front matter without an end', 'front_matter_open', 'line 1', (text) => text.replace('\n---\n', '\n')),
  paper('front matter that is a list', 'front_matter_empty', 'line 2', () => '---\n- one\n---\n\ntext\n'),
  paper('broken YAML', 'yaml_syntax', 'line 5', swap('parties: [a]', 'parties: [a')),
  paper('a tag in YAML', 'yaml_syntax', 'line 5', swap('title: Paper one', 'title: !!js/function "() => 1"')),
  paper('a key twice in YAML', 'duplicate_key', 'line 6', swap('dated:', 'title: Again\ndated:')),
  paper('the key __proto__ in YAML', 'forbidden_key', 'line 6', swap('dated:', '__proto__: {x: 1}\ndated:')),
  paper('a YAML bomb', 'yaml_aliases', 'line 2', swap('dated:', `${yamlBomb}\ndated:`)),
  paper('5 MB of brackets in YAML', 'nested_too_deep', 'line 2', swap('title: Paper one', `title: ${'['.repeat(5_000_000)}`)),
  paper('5 MB of dashes in YAML', 'nested_too_deep', 'line 2', swap('title: Paper one', `title:\n  ${'- '.repeat(2_500_000)}`)),
  paper('9 MB of front matter', 'front_matter_too_long', 'line 2', swap('dated:', `note: ${'x'.repeat(9_000_000)}\ndated:`)),
  paper('a day that does not exist in a paper', 'custom', 'dated', swap('2025-03-01', '2025-02-29')),
  paper('a locator that YAML takes for a number', 'invalid_type', 'clauses[1].locator', swap('locator: I.1', 'locator: 1.1')),
  paper('a number that is none', 'invalid_type', 'round', swap('dated:', 'round: .nan\ndated:')),
  paper('half a character in YAML', 'lone_surrogate', 'title', swap('title: Paper one', 'title: "\\ud800"')),
  paper('a kind of paper nobody knows', 'invalid_value', 'kind', swap('kind: memorandum', 'kind: leaflet')),
  paper('a paper under another name', 'paper_misnamed', 'id', swap('id: one', 'id: other')),
  paper('a text in the front matter', 'text_misplaced', 'text', swap('dated:', 'text: Words.\ndated:')),
  paper('a hash of another text', 'text_changed', 'sha256', swap('dated:', `sha256: ${'0a'.repeat(32)}\ndated:`)),
  // clause markers
  paper('a clause without an end', 'clause_marker_unclosed', 'line 18', (text) => text.replace('<!--/clause--><!--/clause-->', '<!--/clause-->')),
  paper('an end without a clause', 'clause_marker_unopened', 'line', (text) => text.replace('<!--/clause--><!--/clause-->', '<!--/clause-->'.repeat(3))),
  paper('crossing clauses', 'clause_marker_malformed', 'line', swap('<!--/clause--><!--/clause-->', '<!--/clause c--><!--/clause c1-->')),
  paper('a marker without an id', 'clause_marker_malformed', 'line', swap('<!--clause c1-->', '<!--clause-->')),
  paper('a clause marked twice', 'clause_marker_doubled', 'line', swap('<!--clause c1-->', '<!--clause c-->')),
  paper('a clause nobody lists', 'clause_marker_unknown', 'clauses', swap('<!--clause c1-->', '<!--clause c9-->')),
  paper('a clause nobody marks', 'clause_unmarked', 'clauses[2]', swap('    locator: I.1', '    locator: I.1\n  - id: c2\n    locator: I.2')),
  paper('a clause below its own child', 'clause_nesting', 'clauses[0].parent', swap('    kind: section', '    kind: section\n    parent: c1')),
  paper('two clauses of one locator', 'locator_doubled', 'clauses[1].locator', swap('locator: I.1', 'locator: I')),
  paper('a source that is not there', 'unknown_reference', 'sources[0]', swap('[web]', '[book]')),
  // the disk
  disk('a link to a file outside', 'link_outside', 'papers/one.md', (folder, outside) => { rmSync(join(folder, 'papers/one.md')); symlinkSync(join(outside, 'secret.md'), join(folder, 'papers/one.md')); }),
  disk('a folder of papers outside', 'link_outside', 'papers', (folder, outside) => { rmSync(join(folder, 'papers'), { recursive: true }); symlinkSync(outside, join(folder, 'papers')); }),
  disk('a link to nothing', 'not_found', 'papers/one.md', (folder) => { rmSync(join(folder, 'papers/one.md')); symlinkSync(join(folder, 'nothing'), join(folder, 'papers/one.md')); }),
  disk('a link to itself', 'link_outside', 'papers/one.md', (folder) => { rmSync(join(folder, 'papers/one.md')); symlinkSync('one.md', join(folder, 'papers/one.md')); }),
  disk('a folder for a paper', 'not_a_file', 'papers/one.md', (folder) => { rmSync(join(folder, 'papers/one.md')); mkdirSync(join(folder, 'papers/one.md')); }),
  disk('a folder for dossier.json', 'not_a_file', 'dossier.json', (folder) => { rmSync(join(folder, 'dossier.json')); mkdirSync(join(folder, 'dossier.json')); }),
  disk('a file for the folder of papers', 'missing_file', 'papers/one.md', (folder) => { rmSync(join(folder, 'papers'), { recursive: true }); writeFileSync(join(folder, 'papers'), ''); }),
  { ...disk('a pipe for a paper', 'not_a_file', 'papers/one.md', (folder) => { rmSync(join(folder, 'papers/one.md')); spawnSync(pipeMaker, [join(folder, 'papers/one.md')]); }), skip: process.platform === 'win32' },
  disk('a file of 33 MB', 'file_too_large', 'papers/one.md', (folder) => { truncateSync(join(folder, 'papers/one.md'), 33 * 1024 * 1024); }),
  disk('three files of 25 MB', 'file_too_large', 'papers/', (folder) => { for (const id of ['one', 'two', 'three']) { writeFileSync(join(folder, `papers/${id}.md`), ''); truncateSync(join(folder, `papers/${id}.md`), 25 * 1024 * 1024); } }),
  disk('2,001 papers', 'too_many_files', 'papers', (folder) => { for (let i = 0; i < 2001; i += 1) writeFileSync(join(folder, `papers/p${i}.md`), 'x'); }),
  { ...disk('a file without the right to read it', 'unreadable', 'papers/one.md', (folder) => { chmodSync(join(folder, 'papers/one.md'), 0); }), skip: asRoot || process.platform === 'win32' },
];
