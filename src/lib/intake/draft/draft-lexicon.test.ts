import { expect, test } from 'vitest';
import { DraftLexicon } from './draft-lexicon.ts';
import { emptyDossier } from './empty-dossier.ts';

const lexicon = (): DraftLexicon => new DraftLexicon(emptyDossier({ id: 'd', title: 'D' }), 'en');

test('acts of two papers that say the same in other forms of the words are one act', () => {
  const own = lexicon();
  const first = own.idOf('acts', { label: 'lift economic sanctions' });
  expect(own.idOf('acts', { label: 'lifting the economic sanctions' })).toBe(first);
  expect(own.finish().acts.map(({ label }) => label)).toEqual(['lift economic sanctions']);
});

test('acts that share less of their words stay apart, unless their clauses stand beside each other', () => {
  const own = lexicon();
  const first = own.idOf('acts', { label: 'withdraw heavy weapons' });
  const other = { label: 'withdraw heavy artillery' };
  expect(own.near([first]).idOf('acts', other)).toBe(first);
  expect(own.near([]).idOf('acts', other)).not.toBe(first);
});

test('names of actors are one only when they are the same', () => {
  const own = lexicon();
  const ids = ['the Harbour Board', 'the harbour board', 'the Harbour Boards'].map((label) =>
    own.idOf('actors', { label }),
  );
  expect(ids).toEqual(['the-harbour-board', 'the-harbour-board', 'the-harbour-boards']);
});

test('a known id is kept, an unknown one gives way to the words', () => {
  const own = lexicon();
  const made = own.idOf('events', { id: 'nowhere', label: 'talks begin' });
  expect(made).toBe('talks-begin');
  expect(own.idOf('events', { id: made, label: 'anything' })).toBe(made);
});

test('words without a Latin letter still get an id, each its own', () => {
  const own = lexicon();
  const ids = ['припинити вогонь', 'відвести війська'].map((label) => own.idOf('acts', { label }));
  expect(ids).toEqual(['act', 'act-2']);
});
