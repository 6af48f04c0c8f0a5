import sanitizeHtml from 'sanitize-html';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './markdown-html.ts';

const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example/a)',
  '[x](file:///etc/passwd)',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '<https://a.example/"onclick=alert(1)>',
  '<style>body{display:none}</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example">',
  '<form action="//evil.example"><button>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<p id="row-1" class="site" style="position:fixed">x</p>',
  '<object data="data:text/html,x"></object>',
  '<embed src=//evil.example>',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '```html"><script>alert(1)</script>\nx\n```',
  '| a |\n| - |\n| <img src=x onerror=alert(1)> |',
  '<!--><script>alert(1)</script>-->',
  '<\u0000script>alert(1)</script>',
  'a\uE0F0<b>\uE0F1',
  '**[x](javascript:alert`1`)**',
];

/** Every element and attribute that is left, as the sanitiser's own parser sees it. */
function inventory(html: string): { tags: Set<string>; attributes: Set<string> } {
  const found = { tags: new Set<string>(), attributes: new Set<string>() };
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (tagName, attribs) => {
        found.tags.add(tagName);
        for (const [name, value] of Object.entries(attribs)) {
          found.attributes.add(name === 'href' ? `href ${value}` : name);
        }
        return { tagName, attribs };
      },
    },
  });
  return found;
}

const harmless = new Set(
  'p ul ol li blockquote pre hr table thead tbody tr th td a strong em del code br mark'.split(' '),
);

describe('hostile clause text', () => {
  test.each(attacks)('cannot run or load anything: %s', (attack) => {
    for (const text of [attack, `words ${attack} words`, `1. ${attack}`]) {
      const { tags, attributes } = inventory(renderMarkdown(text, [{ from: 0, to: text.length }]));
      expect([...tags].filter((tag) => !harmless.has(tag))).toEqual([]);
      for (const attribute of attributes) {
        expect(attribute).toMatch(/^(rel|start|href https?:\/\/)/);
      }
    }
  });

  test('stays visible as the characters it is written with', () => {
    expect(renderMarkdown('<script>alert(1)</script>')).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    );
    expect(renderMarkdown('see ![map](https://a.example/m.png)')).toContain('![map]');
    expect(renderMarkdown('[1]: https://a.example')).toContain('[1]:');
  });
});

describe('Markdown of a clause', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**firm** and *soft*', '<p><strong>firm</strong> and <em>soft</em></p>'],
    ['# Part I', '<p><strong>Part I</strong></p>'],
    ['[X] soldiers [[or fewer]', '<p>[X] soldiers [[or fewer]</p>'],
    ['5. fifth', '<ol start="5">\n<li>fifth</li>\n</ol>'],
    [
      '[text](https://a.example)',
      '<p><a href="https://a.example" rel="noopener noreferrer nofollow">text</a></p>',
    ],
    ['Війська & «мир»', '<p>Війська &amp; «мир»</p>'],
  ];
  test.each(cases)('%s', (text, html) => {
    expect(renderMarkdown(text)).toBe(html);
  });
});

describe('marks', () => {
  const cases: readonly (readonly [string, string, readonly string[], string])[] = [
    ['one word', 'a full ceasefire now', ['ceasefire'], 'a full <mark>ceasefire</mark> now'],
    [
      'overlapping words become one mark',
      'a full ceasefire now',
      ['full ceasefire', 'ceasefire now'],
      'a <mark>full ceasefire now</mark>',
    ],
    [
      'words across emphasis are split at its edges',
      'a full **and lasting** peace',
      ['full **and lasting** peace'],
      'a <mark>full </mark><strong><mark>and lasting</mark></strong><mark> peace</mark>',
    ],
    ['delimiters stay delimiters', '_peace_ now', ['_peace_'], '<em><mark>peace</mark></em> now'],
    [
      'characters that HTML escapes keep their place',
      'A & B < C',
      ['B < C'],
      'A &amp; <mark>B &lt; C</mark>',
    ],
  ];
  test.each(cases)('%s', (_name, text, words, expected) => {
    const spans = words.map((word) => ({
      from: text.indexOf(word),
      to: text.indexOf(word) + word.length,
    }));
    expect(renderMarkdown(text, spans)).toBe(`<p>${expected}</p>`);
  });

  test('a mark over a list keeps the list', () => {
    const text = '- first\n- second';
    expect(renderMarkdown(text, [{ from: 0, to: text.length }])).toBe(
      '<ul>\n<li><mark>first</mark></li>\n<li><mark>second</mark></li>\n</ul>',
    );
  });
});
