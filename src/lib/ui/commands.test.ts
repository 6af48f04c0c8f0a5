import { expect, test } from 'vitest';
import { findCommands, type Command } from './commands.ts';

const run = (): void => undefined;
const commands: readonly Command[] = [
  { group: 'Site', name: 'Dossiers', run },
  { group: 'Dossier', name: 'Compare', run },
  { group: 'Issues', name: 'Truce on the lake', run },
  { group: 'Issues', name: 'Права людини', run },
];
const found = (typed: string): readonly string[] =>
  findCommands(commands, typed).map(({ name }) => name);

test.each([
  ['', ['Dossiers', 'Compare', 'Truce on the lake', 'Права людини']],
  ['comp', ['Compare']],
  ['issues lake', ['Truce on the lake']],
  ['ПРАВА', ['Права людини']],
  ['dossier', ['Dossiers', 'Compare']],
  ['nothing', []],
])('“%s” finds %j', (typed, names) => {
  expect(found(typed)).toEqual(names);
});
