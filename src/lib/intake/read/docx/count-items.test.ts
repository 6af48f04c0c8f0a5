import { describe, expect, test } from 'vitest';
import { transitional } from '../../../../../tests/support/docx-files.ts';
import { countItems } from './count-items.ts';
import { readNumbering } from './numbering.ts';
import { newBudget, parseXml } from './parse-xml.ts';

const lvl = (index: number, text: string, { format = 'decimal', start = 1, more = '' } = {}) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const startAt = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

/** What items show; `1` is an item of list 1 on its outermost level, `1>` of the next, and so on. */
function shown(lists: string, items: string): readonly (string | undefined)[] {
  const xml = `<w:numbering xmlns:w="${transitional}">${lists}</w:numbering>`;
  const count = countItems(readNumbering(parseXml(xml, newBudget())?.root));
  return items.split(' ').map((item) => {
    const list = item.replaceAll('>', '');
    const place = {
      list,
      level: item.length - list.length,
      style: undefined,
      styleLevel: undefined,
    };
    return count(place)?.text;
  });
}

const three = lvl(0, '%1.') + lvl(1, '%1.%2') + lvl(2, '(%3)', { format: 'lowerLetter' });

describe('items show the numbers a word processor shows', () => {
  test.each<[string, string, string, readonly (string | undefined)[]]>([
    [
      'levels count inside the one above',
      abstract(0, three) + num(1, 0),
      '1 1> 1>> 1>> 1> 1 1>',
      ['1.', '1.1', '(a)', '(b)', '1.2', '2.', '2.1'],
    ],
    [
      'a list goes on after others',
      abstract(0, three) + abstract(1, lvl(0, '%1)')) + num(1, 0) + num(2, 1),
      '1 2 2 1',
      ['1.', '1)', '2)', '2.'],
    ],
    [
      'lists of one abstract list count on together',
      abstract(0, three) + num(1, 0) + num(2, 0),
      '1 2 1',
      ['1.', '2.', '3.'],
    ],
    [
      'a list that begins anew does so once',
      abstract(0, three) + num(1, 0) + num(2, 0, startAt(0, 1)),
      '1 1 2 2 1',
      ['1.', '2.', '1.', '2.', '3.'],
    ],
    [
      'a list may begin with any number',
      abstract(0, lvl(0, 'Article %1', { start: 7 })) + num(1, 0),
      '1 1',
      ['Article 7', 'Article 8'],
    ],
    [
      'a deeper level may count on through the whole document',
      abstract(0, lvl(0, '%1.') + lvl(1, '%2)', { more: '<w:lvlRestart w:val="0"/>' })) + num(1, 0),
      '1 1> 1> 1 1>',
      ['1.', '1)', '2)', '2.', '3)'],
    ],
    [
      'a level may begin anew only after the outermost',
      abstract(
        0,
        lvl(0, '%1.') + lvl(1, '%2)') + lvl(2, '%3', { more: '<w:lvlRestart w:val="1"/>' }),
      ) + num(1, 0),
      '1 1> 1>> 1> 1>> 1 1> 1>>',
      ['1.', '1)', '1', '2)', '2', '2.', '1)', '1'],
    ],
    [
      'a level above that has no item stands at its first number',
      abstract(0, lvl(0, '%1.', { start: 3 }) + lvl(1, '%1.%2')) + num(1, 0),
      '1> 1>',
      ['3.1', '3.2'],
    ],
    [
      'numbers of all levels may be shown as figures',
      abstract(
        0,
        lvl(0, '%1', { format: 'upperRoman' }) + lvl(1, '%1.%2', { more: '<w:isLgl/>' }),
      ) + num(1, 0),
      '1 1>',
      ['I', '1.1'],
    ],
    [
      'a level may be replaced for one list',
      abstract(0, three) +
        num(
          1,
          0,
          `<w:lvlOverride w:ilvl="0">${lvl(0, '(%1)', { format: 'lowerRoman' })}</w:lvlOverride>`,
        ),
      '1 1',
      ['(i)', '(ii)'],
    ],
    ['lists nobody defined show nothing', abstract(0, three), '1', [undefined]],
  ])('%s', (_, lists, items, expected) => {
    expect(shown(lists, items)).toEqual(expected);
  });

  test('a style that stands for a list leads to the list it is linked with', () => {
    const lists =
      `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Legal"/></w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Legal"/>${three}</w:abstractNum>` +
      num(1, 0);
    expect(shown(lists, '1 1>')).toEqual(['1.', '1.1']);
  });

  test('a paragraph whose style a level names stands on that level', () => {
    const own = lvl(0, '%1.') + lvl(1, '%1.%2', { more: '<w:pStyle w:val="Sub"/>' });
    const xml = `<w:numbering xmlns:w="${transitional}">${abstract(0, own)}${num(1, 0)}</w:numbering>`;
    const count = countItems(readNumbering(parseXml(xml, newBudget())?.root));
    const place = { list: '1', level: undefined, style: 'Sub', styleLevel: undefined };
    expect(count(place)).toMatchObject({ text: '1.1', level: 1 });
  });
});
