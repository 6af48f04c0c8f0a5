import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTranslations, type ClauseToRender, type Rendered } from './align-translations.ts';

const page = (side: string, ...texts: readonly string[]): readonly ClauseToRender[] =>
  texts.map((text, at) => ({ id: `${side}${at + 1}`, text }));

const told = (rendered: readonly Rendered[]): readonly string[] =>
  rendered.map(({ first, second }) => `${first.join('+')}=${second.join('+')}`);

const english = page(
  'e',
  'The ceasefire begins on 3 May at noon.',
  'Ships of both parties may call at the port of Odesa. Each pays 40 per cent of the usual dues.',
  'A commission of 12 members meets in Geneva.',
  'Either party may withdraw.',
);

describe('the same paper in two languages', () => {
  test('clauses meet by their order, figures and names', () => {
    const german = page(
      'd',
      'Die Waffenruhe beginnt am 3. Mai um zwölf Uhr.',
      'Schiffe beider Parteien dürfen den Hafen von Odesa anlaufen. Jede zahlt 40 Prozent der üblichen Gebühren.',
      'Eine Kommission aus 12 Mitgliedern tagt in Genf.',
      'Jede Partei kann zurücktreten.',
    );
    expect(told(alignTranslations(english, german))).toEqual(['e1=d1', 'e2=d2', 'e3=d3', 'e4=d4']);
  });

  test('a clause cut in two in the other language meets both parts', () => {
    const french = page(
      'f',
      'Le cessez-le-feu débute le 3 mai à midi.',
      'Les navires des deux parties peuvent faire escale au port d’Odesa.',
      'Chacune paie 40 pour cent des droits habituels.',
      'Une commission de 12 membres se réunit à Genève.',
      'Chaque partie peut se retirer.',
    );
    expect(told(alignTranslations(english, french))).toContain('e2=f2+f3');
    expect(told(alignTranslations(english, french))).toContain('e4=f5');
  });

  test('what one text leaves out stands alone', () => {
    const ukrainian = page(
      'u',
      'Припинення вогню починається 3 травня опівдні.',
      'Комісія з 12 членів збирається в Женеві.',
      'Кожна сторона може вийти.',
    );
    expect(told(alignTranslations(english, ukrainian))).toEqual(['e1=u1', 'e2=', 'e3=u2', 'e4=u3']);
  });

  test('Cyrillic names and Latin ones are anchors of each other', () => {
    const [pair] = alignTranslations(
      page('e', 'Donetsk and Luhansk'),
      page('r', 'Донецк и Луганск'),
    );
    expect(pair?.anchors).toContain('done');
  });

  test('printed numbers hold together what lengths would part', () => {
    const numbered = (side: string, ...clauses: readonly (readonly [string, string])[]) =>
      clauses.map(([locator, text], at) => ({ id: `${side}${at + 1}`, locator, text }));
    const first = numbered(
      'a',
      ['1', 'Amnesty'],
      ['2', 'Return of property to its owners'],
      ['4', 'Vote'],
    );
    const second = numbered('b', ['1', 'Амністія'], ['4', 'Голосування']);
    expect(told(alignTranslations(first, second))).toEqual(['a1=b1', 'a2=', 'a3=b2']);
  });

  test('a translation by heart is surer than a chance neighbour', () => {
    const sure = alignTranslations(english, english);
    const chance = alignTranslations(
      page('a', 'Fishing rights'),
      page('b', 'Völlig anderes, und viel länger als das'),
    );
    expect(Math.min(...sure.map(({ confidence }) => confidence))).toBeGreaterThan(
      chance[0]?.confidence ?? 0,
    );
  });

  test('each clause comes once and in its order, whatever the texts', () => {
    const texts = fc.array(fc.string({ maxLength: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const [a, b] = [page('a', ...one), page('b', ...two)];
        const rendered = alignTranslations(a, b);
        expect(rendered.flatMap(({ first }) => first)).toEqual(a.map(({ id }) => id));
        expect(rendered.flatMap(({ second }) => second)).toEqual(b.map(({ id }) => id));
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});
