import { describe, expect, test } from 'vitest';
import { aDocx, aZip, para, run, strict, struckRun } from '../../../../tests/support/docx-files.ts';
import type { DocxSketch } from '../../../../tests/support/docx-files.ts';
import type { Block, ReadDocument, RevisionView } from '../document.ts';
import { readDocx } from './read-docx.ts';

async function read(sketch: DocxSketch | string, revisions?: RevisionView): Promise<ReadDocument> {
  const options = revisions === undefined ? {} : { revisions };
  const result = await readDocx({ name: 'a.docx', bytes: aDocx(sketch) }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const result = await readDocx({ name: 'a.docx', bytes });
  return result.ok
    ? 'read'
    : result.problems.map(({ code, message }) => `${code}: ${message}`).join();
};

const wordsOf = (document: ReadDocument, { span }: Pick<Block, 'span'>): string =>
  document.text.slice(span.from, span.to);
const lines = (document: ReadDocument): readonly string[] =>
  document.blocks.map((block) => wordsOf(document, block));
const marked = (document: ReadDocument, kind: string): readonly string[] =>
  document.marks.filter((mark) => mark.kind === kind).map((mark) => wordsOf(document, mark));
const omitted = (document: ReadDocument): readonly string[] =>
  document.omissions.map(({ kind, words }) => `${kind}: ${words}`);

const style = (id: string, name: string, properties = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
const inStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const item = (words: string, list = 1, level = 0): string =>
  para(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('paragraphs', () => {
  test('stand apart and say by their styles what they are', async () => {
    const document = await read({
      body:
        para('Ceasefire', inStyle('Titel')) +
        para('Terms', inStyle('berschrift1')) +
        para('Withdrawal', inStyle('Own')) +
        para('Both sides withdraw.') +
        para('We said so.', inStyle('Q')),
      styles:
        style('Titel', 'Title') +
        style('berschrift1', 'heading 1') +
        style('Own', 'Own', '<w:basedOn w:val="Deep"/>') +
        style('Deep', 'Deep', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
        style('Q', 'Quote'),
    });
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 1],
      ['heading', 3],
      ['paragraph', undefined],
      ['quote', undefined],
    ]);
    expect(document.text).toBe(
      'Ceasefire\n\nTerms\n\nWithdrawal\n\nBoth sides withdraw.\n\nWe said so.',
    );
    expect(document.meta.title).toBe('Ceasefire');
  });

  test('are body text where they say so against their style', async () => {
    const styles = style('H', 'heading 1');
    const body = para('No heading', `${inStyle('H')}<w:outlineLvl w:val="9"/>`);
    expect((await read({ body, styles })).blocks[0]?.kind).toBe('paragraph');
  });

  test('join runs, with tabs, line ends and hyphens, and drop places to break a word', async () => {
    const inside = '<w:tab/><w:t>second</w:t><w:br/><w:t>third</w:t><w:noBreakHyphen/>';
    const body = para(
      `<w:r><w:t>fi</w:t></w:r><w:r><w:t>rst</w:t>${inside}<w:t>line bor</w:t><w:softHyphen/><w:t>der</w:t></w:r>`,
    );
    expect((await read(body)).text).toBe('first\tsecond\nthird\u2011line border');
  });

  test('that hold no words are no blocks', async () => {
    const document = await read(para('') + para('  ') + para('Words') + para(''));
    expect(document.text).toBe('Words');
    expect(document.blocks).toHaveLength(1);
  });

  test('keep white space between runs only where the file asks for it', async () => {
    const body = para(
      '<w:r><w:t> one </w:t></w:r><w:r><w:t xml:space="preserve"> two </w:t></w:r>',
    );
    expect((await read(body)).text).toBe('one two');
  });

  test('are marked bold and struck as their own properties and styles settle it', async () => {
    const document = await read({
      body: para(
        run('a ', '<w:b/>') +
          run('b ', '<w:b w:val="0"/><w:strike/>') +
          run('c ', '<w:rStyle w:val="S"/>'),
        inStyle('P'),
      ),
      styles:
        style('P', 'P', '<w:rPr><w:b/></w:rPr>') +
        style('S', 'S', '<w:rPr><w:b/></w:rPr>', 'character'),
    });
    // Two bold styles over each other turn bold off.
    expect(marked(document, 'strong')).toEqual(['a']);
    expect(marked(document, 'struck')).toEqual(['b']);
    expect(document.blocks[0]?.strong).toBeUndefined();
  });

  test('that are bold throughout say so, whatever their number looks like', async () => {
    const document = await read(para(run('All ', '<w:b/>') + run('bold', '<w:b/>')));
    expect(document.blocks[0]?.strong).toBe(true);
    expect(marked(document, 'strong')).toEqual(['All bold']);
  });

  test('lead somewhere by relations and by fields', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('there')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const document = await read({
      body: para(`<w:hyperlink r:id="l">${run('here')}</w:hyperlink>${run(' and ')}${field}`),
      relations:
        '<Relationship Id="l" Type="x/hyperlink" Target="https://example.org/a" TargetMode="External"/>',
    });
    expect(document.text).toBe('here and there');
    expect(document.marks.map(({ target }) => target)).toEqual([
      'https://example.org/a',
      'https://example.org/b',
    ]);
  });

  test.each([
    ['a number', 'PAGE', 'seven', 'on page seven'],
    ['a question', 'IF 1 = 1 "yes" "no"', 'yes', 'on page yes'],
  ])('show the result of a field and not its instruction: %s', async (_, code, result, text) => {
    const body = para(
      `${run('on page ')}<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${code}</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    );
    expect((await read(body)).text).toBe(text);
  });

  test('show boxes that are ticked, also in old forms', async () => {
    const old = (checked: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="end"/></w:r>`;
    const document = await read(
      para(old('1') + run(' yes ') + old('0') + run(' no')) +
        para('<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>'),
    );
    expect(document.text).toBe('☒ yes ☐ no\n\n☒');
    expect(marked(document, 'generated')).toEqual(['☒', '☐']);
  });

  test('show signs of symbol fonts as others have them', async () => {
    const body = para(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> x </w:t><w:sym w:font="Symbol" w:char="F0A3"/><w:t xml:space="preserve"> y</w:t></w:r>',
    );
    expect((await read(body)).text).toBe('✓ x ≤ y');
  });

  test('keep the halves of a formula apart', async () => {
    const part = (name: string, words: string): string =>
      `<m:${name}><m:r><m:t>${words}</m:t></m:r></m:${name}>`;
    const half = `<m:oMath><m:f><m:fPr/>${part('num', '1')}${part('den', '2')}</m:f></m:oMath>`;
    expect((await read(para(`${run('pay ')}${half}`))).text).toBe('pay 1/2');
  });
});

const level = (index: number, text: string, more = '<w:numFmt w:val="decimal"/>'): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

describe('automatic numbers', () => {
  test('are put into the text as made ones, with the number and the depth in the block', async () => {
    const document = await read({
      body: item('One') + item('Two', 1, 1) + item('Three', 1, 1) + item('Four'),
      numbering:
        abstract(0, level(0, '%1.') + level(1, '%1.%2', '<w:numFmt w:val="lowerLetter"/>')) +
        list(1, 0),
    });
    expect(lines(document)).toEqual(['1. One', '1.a Two', '1.b Three', '2. Four']);
    expect(document.blocks.map(({ kind, level: depth, number }) => [kind, depth, number])).toEqual([
      ['item', 1, '1.'],
      ['item', 2, '1.a'],
      ['item', 2, '1.b'],
      ['item', 1, '2.'],
    ]);
    expect(marked(document, 'generated')).toEqual(['1.', '1.a', '1.b', '2.']);
  });

  test('come through styles, also for headings, and can be switched off', async () => {
    const numbered = (of: string, depth: number): string =>
      `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${of}"/></w:numPr></w:pPr>`;
    const document = await read({
      body:
        para('Scope', inStyle('H1')) +
        para('Terms', inStyle('H2')) +
        para('Annex', `${inStyle('H1')}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
        para('End', inStyle('H1')),
      styles:
        style('H1', 'heading 1', numbered('1', 0)) + style('H2', 'heading 2', numbered('1', 1)),
      numbering:
        abstract(
          0,
          level(0, 'Article %1', '<w:numFmt w:val="upperRoman"/>') +
            level(1, '%1.%2', '<w:numFmt w:val="decimal"/><w:isLgl/>'),
        ) + list(1, 0),
    });
    expect(lines(document)).toEqual(['Article I Scope', '1.1 Terms', 'Annex', 'Article II End']);
    expect(document.blocks[1]).toMatchObject({ kind: 'heading', level: 2, number: '1.1' });
  });

  test('do not count or show on paragraphs without words', async () => {
    const document = await read({
      body: item('') + item('Two'),
      numbering: abstract(0, level(0, '%1)')) + list(1, 0),
    });
    expect(document.text).toBe('2) Two');
  });

  test('show bullets, and nothing where the level shows nothing', async () => {
    const font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>';
    const document = await read({
      body: item('Dot') + item('Plain', 1, 1),
      numbering:
        abstract(
          0,
          level(0, '\uf0b7', `<w:numFmt w:val="bullet"/>${font}`) +
            level(1, '', '<w:numFmt w:val="none"/>'),
        ) + list(1, 0),
    });
    expect(lines(document)).toEqual(['• Dot', 'Plain']);
    expect(document.blocks[1]?.number).toBeUndefined();
  });
});

const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : para(content)}</w:tc>`;
const row = (cells: string, properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (rows: string): string => `<w:tbl><w:tblPr/>${rows}</w:tbl>`;
const cellsOf = (document: ReadDocument): readonly (readonly string[])[] =>
  document.blocks.map(({ cells = [] }) =>
    cells.map(({ from, to }) => document.text.slice(from, to)),
  );

describe('tables', () => {
  test('are rows of cells in columns; what is merged away is empty', async () => {
    const document = await read(
      table(
        row(cell('Old') + cell('New', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') +
          row(cell(para('(a) first') + para('(b) second')) + cell('x') + cell('y')) +
          row(cell('', '<w:vMerge/>') + cell('z', '<w:gridSpan w:val="2"/>')),
      ),
    );
    expect(cellsOf(document)).toEqual([
      ['Old', 'New', ''],
      ['(a) first\n(b) second', 'x', 'y'],
      ['', 'z', ''],
    ]);
    expect(
      document.blocks.map(({ kind, table: of, isHeaderRow }) => [kind, of, isHeaderRow]),
    ).toEqual([
      ['row', 1, true],
      ['row', 1, undefined],
      ['row', 1, undefined],
    ]);
  });

  test('have only the columns in which some row begins a cell', async () => {
    const wide = '<w:gridSpan w:val="3"/>';
    const document = await read(
      table(row(cell('a', wide) + cell('b')) + row(cell('c', wide) + cell('d'))),
    );
    expect(cellsOf(document)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('begin a row late where the file says so', async () => {
    const document = await read(
      table(row(cell('a') + cell('b')) + row(cell('c'), '<w:gridBefore w:val="1"/>')),
    );
    expect(cellsOf(document)[1]).toEqual(['', 'c']);
  });

  test('of one column are frames around paragraphs', async () => {
    const document = await read(table(row(cell(para('One') + para('Two'))) + row(cell('Three'))));
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  test('inside cells are lines of the cell, with the numbers of their items', async () => {
    const document = await read({
      body: table(
        row(cell('a') + cell(item('in') + table(row(cell('x') + cell('y'))) + item('after'))),
      ),
      numbering: abstract(0, level(0, '%1.')) + list(1, 0),
    });
    expect(document.blocks).toHaveLength(1);
    expect(cellsOf(document)[0]?.[1]?.split(/\s*\n\s*/)).toEqual(['1. in', 'x', 'y', '2. after']);
  });

  test('have a bold first row above others as header, and not a whole run of repeated rows', async () => {
    const bold = (words: string): string => cell(para(run(words, '<w:b/>')));
    const one = await read(table(row(bold('A') + bold('B')) + row(cell('c') + cell('d'))));
    expect(one.blocks.map(({ isHeaderRow }) => isHeaderRow)).toEqual([true, undefined]);
    const repeated = row(cell('c') + cell('d'), '<w:tblHeader/>');
    const two = await read(table(repeated.repeat(4)));
    expect(two.blocks.filter(({ isHeaderRow }) => isHeaderRow)).toHaveLength(1);
  });
});

describe('tracked changes', () => {
  const changed = para(
    `${run('Forces ')}<w:ins w:id="1">${run('shall')}</w:ins><w:del w:id="2">${struckRun('may')}</w:del>${run(' withdraw')}`,
  );

  test.each([
    ['accepted', 'Forces shall withdraw', ['tracked-deletion: may']],
    ['rejected', 'Forces may withdraw', ['tracked-insertion: shall']],
    ['both', 'Forces shallmay withdraw', []],
  ] as const)('are read as %s', async (view, text, left) => {
    const document = await read(changed, view);
    expect(document.text).toBe(text);
    expect(omitted(document)).toEqual(left);
    expect(document.warnings.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  test('are marked where both are read, and plain where one view is', async () => {
    const both = await read(changed, 'both');
    expect(marked(both, 'inserted')).toEqual(['shall']);
    expect(marked(both, 'deleted')).toEqual(['may']);
    expect((await read(changed)).marks).toEqual([]);
  });

  test('are read as accepted unless asked otherwise', async () => {
    expect(await read(changed)).toEqual(await read(changed, 'accepted'));
  });

  test('are not told where there are none', async () => {
    expect((await read(para('Calm'))).warnings).toEqual([]);
  });

  const end = (name: string): string => `<w:rPr><w:${name} w:id="9"/></w:rPr>`;

  test('join paragraphs whose end was struck, in the view where it is gone', async () => {
    const body = para('One', end('del')) + para('Two');
    expect((await read(body)).text).toBe('OneTwo');
    expect((await read(body, 'rejected')).text).toBe('One\n\nTwo');
    expect((await read(para('One', end('ins')) + para('Two'), 'rejected')).text).toBe('OneTwo');
  });

  test('take away whole paragraphs with their numbers', async () => {
    const gone = `<w:del w:id="3">${struckRun('Gone')}</w:del>`;
    const place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const sketch = {
      body: item('First') + para(gone, place + end('del')) + item('Last'),
      numbering: abstract(0, level(0, '%1.')) + list(1, 0),
    };
    expect(lines(await read(sketch))).toEqual(['1. First', '2. Last']);
    expect(omitted(await read(sketch))).toEqual(['tracked-deletion: Gone']);
    expect(lines(await read(sketch, 'rejected'))).toEqual(['1. First', '2. Gone', '3. Last']);
  });

  test('leave a paragraph what it is where nothing follows to join it with', async () => {
    const gone = `<w:del w:id="3">${struckRun('Gone')}</w:del>`;
    const place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const rows = table(row(cell('a') + cell('b')));
    const document = await read({
      body:
        para('Terms', inStyle('H') + end('del')) +
        rows +
        item('First') +
        para(gone, place + end('del')) +
        rows +
        item('Second'),
      styles: style('H', 'heading 1'),
      numbering: abstract(0, level(0, '%1.')) + list(1, 0),
    });
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'row',
      'item',
      'row',
      'item',
    ]);
    expect(lines(document).at(-1)).toBe('2. Second');
  });

  test('move words: they stand in their new place, in the old one, or in both', async () => {
    const body = para(
      `<w:moveFrom w:id="1">${run('A. ')}</w:moveFrom>${run('B. ')}<w:moveTo w:id="2">${run('A.')}</w:moveTo>`,
    );
    expect((await read(body)).text).toBe('B. A.');
    expect((await read(body, 'rejected')).text).toBe('A. B.');
    expect((await read(body, 'both')).text).toBe('A. B. A.');
  });

  test('put in and take away rows and cells', async () => {
    const body = table(
      row(cell('a') + cell('b')) +
        row(cell('old') + cell('gone'), '<w:del w:id="1"/>') +
        row(cell('new') + cell('come', '<w:cellIns w:id="4"/>'), '<w:ins w:id="2"/>'),
    );
    expect(cellsOf(await read(body))).toEqual([
      ['a', 'b'],
      ['new', 'come'],
    ]);
    expect(cellsOf(await read(body, 'rejected'))).toEqual([
      ['a', 'b'],
      ['old', 'gone'],
    ]);
    const both = await read(body, 'both');
    expect(both.blocks).toHaveLength(3);
    expect(both.warnings.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  test('that struck what had been put in show it in no view but both', async () => {
    const body = para(
      `${run('Kept')}<w:ins w:id="1"><w:del w:id="2">${struckRun(' tried')}</w:del></w:ins>`,
    );
    expect((await read(body)).text).toBe('Kept');
    expect((await read(body, 'rejected')).text).toBe('Kept');
    expect((await read(body, 'both')).text).toBe('Kept tried');
  });
});

describe('what stands beside the text', () => {
  const footnotes =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
    `<w:footnote w:id="4">${para(`<w:r><w:footnoteRef/></w:r>${run(' See the annex.')}`)}</w:footnote>` +
    `<w:footnote w:id="5">${para('Never referred to.')}</w:footnote>`;

  test('notes are marked in the text and stand at its end', async () => {
    const document = await read({
      body:
        para(`${run('Peace')}<w:r><w:footnoteReference w:id="4"/></w:r>${run(' now')}`) +
        para(`${run('Later')}<w:r><w:endnoteReference w:id="2"/></w:r>`),
      footnotes,
      endnotes: `<w:endnote w:id="2">${para('At the end.')}</w:endnote>`,
    });
    expect(lines(document)).toEqual([
      'Peace[1] now',
      'Later[i]',
      '[1] See the annex.',
      '[i] At the end.',
    ]);
    expect(document.blocks[2]).toMatchObject({ kind: 'note', number: '[1]' });
    expect(marked(document, 'generated')).toEqual(['[1]', '[i]', '[1]', '[i]']);
    expect(omitted(document)).toEqual(['hidden: Never referred to.']);
  });

  test('a note whose reference was struck is listed where it was', async () => {
    const reference = '<w:r><w:footnoteReference w:id="4"/></w:r>';
    const body = para(`${run('Peace')}<w:del w:id="1">${struckRun(' now')}${reference}</w:del>`);
    const document = await read({ body, footnotes });
    expect(document.text).toBe('Peace');
    expect(omitted(document)[0]).toBe('tracked-deletion: now See the annex.');
  });

  test('comments are listed with their authors where they were made', async () => {
    const document = await read({
      body: para(`${run('Agreed')}<w:r><w:commentReference w:id="0"/></w:r>`) + para('Not yet'),
      comments: `<w:comment w:id="0" w:author="A. Reader">${para('Really?')}</w:comment>`,
    });
    expect(document.omissions).toEqual([
      { kind: 'comment', words: 'A. Reader: Really?', at: 'Agreed'.length },
    ]);
  });

  test('page heads and feet are listed once', async () => {
    const same = '<Relationship Id="h2" Type="x/header" Target="header.xml"/>';
    const document = await read({
      body: para('Text'),
      header: para('Draft 3'),
      footer: para('Page 1'),
      relations: same,
    });
    expect(omitted(document)).toEqual(['page-head: Draft 3', 'page-foot: Page 1']);
  });

  test('hidden words and what only asks to be filled in are listed', async () => {
    const asks = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Choose a date')}</w:sdtContent></w:sdt>`;
    const document = await read(para(`${run('Seen')}${run(' unseen', '<w:vanish/>')}${asks}`));
    expect(document.text).toBe('Seen');
    expect(omitted(document)).toEqual(['hidden: unseen', 'form: Choose a date']);
  });

  test('text boxes follow the paragraph that holds them, once', async () => {
    const box = `<w:txbxContent>${para('In the box')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const document = await read(para(`${run('Before')}<w:r>${both}</w:r>${run(' and after')}`));
    expect(lines(document)).toEqual(['Before and after', 'In the box']);
  });

  test('pictures, charts and their words are listed', async () => {
    const picture = '<w:drawing><wp:docPr id="1" name="x" descr="A map"/><pic:pic/></w:drawing>';
    const chart = '<w:drawing><wp:docPr id="2" name="y"/><c:chart r:id="c1"/></w:drawing>';
    const document = await read({
      body: para(`${run('See')}<w:r>${picture}${chart}</w:r>`),
      relations: '<Relationship Id="c1" Type="x/chart" Target="charts/chart1.xml"/>',
      parts: {
        'word/charts/chart1.xml':
          '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Losses</a:t></a:r></a:p></c:chartSpace>',
      },
    });
    expect(omitted(document)).toEqual(['picture: A map', 'picture: Losses']);
    expect(document.warnings.map(({ code }) => code)).toEqual(['picture-text']);
  });

  test('a table of contents is listed as navigation', async () => {
    const document = await read({
      body: para('Terms 3', inStyle('TOC1')) + para('Terms'),
      styles: style('TOC1', 'toc 1'),
    });
    expect(document.text).toBe('Terms');
    expect(omitted(document)).toEqual(['navigation: Terms 3']);
  });

  test('its properties are suggestions', async () => {
    const document = await read({
      body: para('Text'),
      core: '<dc:title>On peace</dc:title><dc:creator>A. Writer</dc:creator><dcterms:created>2020-01-01T00:00:00Z</dcterms:created><dcterms:modified>2024-05-06T07:08:09Z</dcterms:modified>',
      styles:
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-CH"/></w:rPr></w:rPrDefault></w:docDefaults>',
    });
    expect(document.meta).toEqual({
      title: 'On peace',
      author: 'A. Writer',
      dated: '2024-05-06',
      language: 'fr-CH',
    });
  });
});

describe('files as strangers make them', () => {
  test('the strict kind reads as the other, and so do other prefixes', async () => {
    const body = para(run('Words', '<w:b/>'));
    const usual = await read(body);
    expect(await read({ body, namespace: strict })).toEqual(usual);
    const renamed = body.replaceAll('<w:', '<ns0:').replaceAll('</w:', '</ns0:');
    const bytes = aDocx({
      body: `<ns0:p xmlns:ns0="${strict}"/>${renamed.replace('<ns0:p>', `<ns0:p xmlns:ns0="${strict}">`)}`,
    });
    expect(await readDocx({ name: 'a.docx', bytes })).toEqual({ ok: true, value: usual });
  });

  test('names of parts may be written with the other slash or in capitals', async () => {
    const bytes = aZip({
      'Word\\Document.xml': `<w:document xmlns:w="${strict}"><w:body>${para('Found')}</w:body></w:document>`,
    });
    expect(await readDocx({ name: 'a.docx', bytes })).toMatchObject({ value: { text: 'Found' } });
  });

  test('what is not closed is read as far as it goes, with a warning', async () => {
    const bytes = aZip({
      'word/document.xml': `<w:document xmlns:w="${strict}"><w:body>${para('Kept')}<w:p><w:r><w:t>cut`,
    });
    const result = await readDocx({ name: 'a.docx', bytes });
    expect(result).toMatchObject({
      value: { text: 'Kept\n\ncut', warnings: [{ code: 'markup-broken' }] },
    });
  });

  test.each<[string, string, Uint8Array]>([
    ['nothing at all', 'empty: ', new Uint8Array()],
    ['noise', 'malformed: ', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)],
    ['half a file', 'malformed: ', aDocx(para('Words')).subarray(0, 700)],
    ['a document without words', 'no_text: ', aDocx(para(''))],
    [
      'a picture of a page',
      'image_only: ',
      aDocx(para('<w:r><w:drawing><pic:pic/></w:drawing></w:r>')),
    ],
    ['a spreadsheet', 'unknown_format: ', aZip({ 'xl/workbook.xml': '<a/>' })],
    ['an archive of anything', 'malformed: ', aZip({ 'a.txt': 'a' })],
    ['a locked new file', 'encrypted: ', compound('EncryptedPackage')],
    ['an old file', 'unknown_format: ', compound('WordDocument')],
    ['a locked old file', 'encrypted: ', compound('WordDocument', true)],
    ['a text that unpacks to more than 64 MB', 'too_large: ', bomb()],
    ['elements nested without end', 'too_large: ', aDocx('<w:sdt>'.repeat(5000))],
  ])('%s is refused as %s', async (_, code, bytes) => {
    expect(await refusal(bytes)).toMatch(new RegExp(`^${code}`));
  });

  test('a refusal of an old or locked file says which it is', async () => {
    expect(await refusal(compound('EncryptedPackage'))).toContain('locked .docx');
    expect(await refusal(compound('WordDocument', true))).toContain('locked .doc)');
    expect(await refusal(compound('WordDocument'))).toContain('before 2007');
  });

  test('a number pattern cannot make a small file a large text', async () => {
    const document = await read({
      body: item('x').repeat(500),
      numbering: abstract(0, level(0, '%1'.repeat(50_000))) + list(1, 0),
    });
    expect(document.text.length).toBeLessThan(500 * 200);
  });
});

/** The container of old files with a directory entry of this name. */
function compound(stream: string, locked = false): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(0xa5ec, 512);
  bytes.writeUInt16LE(locked ? 0x0100 : 0, 522);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return bytes;
}

function bomb(): Uint8Array {
  return aZip({ 'word/document.xml': `<a>${' '.repeat(65 * 1024 * 1024)}</a>` });
}
