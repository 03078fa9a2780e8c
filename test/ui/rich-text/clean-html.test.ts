import { expect } from '@open-wc/testing';
import { cleanHtml, type CleaningOptions } from '../../../src/ui/rich-text/clean-html.js';

const options: CleaningOptions = {
  baseUrl: 'https://careers.example.org/jobs/1.json',
  isTrustedUrl: (url) => url.startsWith('https://careers.example.org/'),
  headingLevel: 3,
  newTabNote: { text: '(opens in a new tab)', lang: 'en' },
};

/** As text, to look at; it is never parsed again. */
function cleaned(html: string, overrides: Partial<CleaningOptions> = {}): string {
  const box = document.createElement('div');
  box.append(cleanHtml(html, { ...options, ...overrides }));
  return box.innerHTML;
}

describe('cleanHtml', () => {
  const refused: [title: string, html: string, left: string][] = [
    ['a script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['an event handler', '<p onclick="alert(1)" onfocus=alert(1)>a</p>', '<p>a</p>'],
    [
      'an event handler of an image',
      '<img src=x onerror=alert(1)>',
      '<img src="https://careers.example.org/jobs/x" alt="" loading="lazy" referrerpolicy="no-referrer">',
    ],
    ['a form with a password', '<form action="https://evil.example"><input type=password name=p>a</form>', 'a'],
    ['a button, with its words', 'a<button popovertarget=b>Sign in</button>', 'a'],
    ['a dialog', '<dialog open>a</dialog>', 'a'],
    ['a label for a control of ours', '<label for="email">a</label>', 'a'],
    ['a style element', '<style>*{display:none}</style>a', 'a'],
    ['addresses where they mean nothing', '<p href="/a" src="/b">a</p><a src="/c">b</a>', '<p>a</p><a>b</a>'],
    ['media, with what they hold', '<video src="/a"><p>a</p></video><audio src="/b">b</audio>c', 'c'],
    ['style and class', '<p style="position:fixed;inset:0" class="button">a</p>', '<p>a</p>'],
    ['roles, ARIA and data attributes', '<p role="alert" aria-live="assertive" data-x="1">a</p>', '<p>a</p>'],
    ['what takes the focus or can be typed in', '<p tabindex="1" autofocus contenteditable popover>a</p>', '<p>a</p>'],
    ['slot and part', '<p slot="sent" part="submit">a</p>', '<p>a</p>'],
    ['a frame', '<iframe src="https://evil.example" srcdoc="<b>a</b>"></iframe>', ''],
    ['an object', '<object data="https://evil.example"></object><embed src="https://evil.example">', ''],
    ['a custom element', '<job-application action="https://evil.example">a</job-application>', 'a'],
    ['a template with a shadow root', '<div><template shadowrootmode="open"><b>a</b></template></div>', '<div></div>'],
    ['an SVG with a script', '<svg><script>alert(1)</script><a href="javascript:alert(1)">a</a></svg>', ''],
    ['MathML', '<math><mtext><p>a</p></mtext></math>', ''],
    ['a base', '<base href="https://evil.example/">a', 'a'],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">a', 'a'],
    [
      'a background image',
      '<table background="https://evil.example/x.png"></table>',
      '<div class="scroll" tabindex="0"><table></table></div>',
    ],
    ['a link to a script', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    [
      'a link to a script behind spaces and control characters',
      '<a href=" \u0001java\tscript:alert(1)">a</a>',
      '<a>a</a>',
    ],
    ['a link to data', '<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
    ['a link to FTP', '<a href="ftp://example.org/a">a</a>', '<a>a</a>'],
  ];
  for (const [title, html, left] of refused) {
    it(`refuses ${title}`, () => expect(cleaned(html)).to.equal(left));
  }

  const kept: [title: string, html: string][] = [
    ['paragraphs and inline marks', '<p>a <strong>b</strong> <em>c</em> <code>d</code> <abbr title="e">f</abbr></p>'],
    ['nested lists', '<ol start="3"><li>a<ul><li>b</li><li>c</li></ul></li></ol>'],
    ['lists of terms', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['language and direction', '<p lang="ar" dir="rtl">a</p>'],
    ['text that was escaped, as text', '<p>&lt;script&gt;alert(1)&lt;/script&gt; R&amp;D</p>'],
    ['quotes and lines', '<blockquote><p>a</p></blockquote><hr><p>b<br>c</p>'],
  ];
  for (const [title, html] of kept) {
    it(`keeps ${title}`, () => expect(cleaned(html)).to.equal(html));
  }

  it('keeps a table, in a frame of its own that scrolls', () => {
    const table =
      '<table><caption>a</caption><thead><tr><th scope="col" colspan="2">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>';
    expect(cleaned(table)).to.equal(`<div class="scroll" tabindex="0">${table}</div>`);
  });

  it('lets cells span as much as tables need, and no more', () => {
    const cells = '<td colspan="1000" rowspan="1000">a</td>';
    const spans = (html: string): string[] =>
      [
        ...cleanHtml(`<table><col span="3">${html}</table>`, options).querySelectorAll('[colspan], [rowspan], [span]'),
      ].map((cell) => [...cell.attributes].map(({ value }) => value).join());
    expect(spans(`<tr>${cells.repeat(2)}</tr>`)).to.deep.equal(['3', '1000,1000', '1000,1000']);
    expect(spans(`<tr>${cells.repeat(200)}</tr>`)).to.deep.equal(['3', '1000,1000', '1000,1000']);
    expect(spans(`<tr>${'<td colspan=" +9e9">a</td>'.repeat(2_000)}</tr>`)).to.have.length.below(1_000);
  });

  it('does not turn into something else when the markup was made to change by parsing', () => {
    const samples = [
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    ];
    for (const sample of samples) {
      const fragment = cleanHtml(sample, options);
      expect(fragment.querySelector('style, math, svg, form, noscript, [onerror]'), sample).to.equal(null);
    }
  });

  it('gives every id and every link to one the same prefix, and no element a name', () => {
    expect(cleaned('<a name="top">a</a><p id="parentNode">b</p><a href="#caf%C3%A9">c</a><p id="café">d</p>')).to.equal(
      '<a id="content-top">a</a><p id="content-parentNode">b</p><a href="#content-café">c</a><p id="content-café">d</p>',
    );
  });

  it('opens web pages in a new tab and says so, relative to the posting', () => {
    const box = document.createElement('div');
    box.append(cleanHtml('<a href="../team" target="_top" rel="opener">a</a>', options));
    const link = box.querySelector('a');
    expect(link?.href).to.equal('https://careers.example.org/team');
    expect(link?.target).to.equal('_blank');
    expect(link?.rel).to.equal('noopener noreferrer');
    expect(link?.textContent).to.equal('a (opens in a new tab)');
  });

  it('leaves links to mail and telephone as they are', () => {
    const html = '<a href="mailto:jobs@example.org">a</a><a href="tel:+441632960000">b</a>';
    expect(cleaned(html)).to.equal(html);
  });

  it('shows an image of a trusted origin, and the words for any other', () => {
    const box = document.createElement('div');
    box.append(
      cleanHtml('<img src="/lab.png" alt="The lab"><img src="https://tracker.example/1.gif" alt="A pixel">', options),
    );
    expect([...box.querySelectorAll('img')].map(({ src, alt }) => [src, alt])).to.deep.equal([
      ['https://careers.example.org/lab.png', 'The lab'],
    ]);
    expect(box.textContent).to.equal('A pixel');
  });

  const headings: [title: string, html: string, headingLevel: number, tags: string][] = [
    ['start where the text stands', '<h1>a</h1><h2>b</h2><h1>c</h1>', 3, 'h3 h4 h3'],
    ['keep their distance when they start low', '<h4>a</h4><h5>b</h5>', 2, 'h2 h3'],
    ['end at six', '<h1>a</h1><h3>b</h3>', 5, 'h5 h6'],
  ];
  for (const [title, html, headingLevel, tags] of headings) {
    it(`makes headings ${title}`, () => {
      const found = cleanHtml(html, { ...options, headingLevel }).querySelectorAll('h1, h2, h3, h4, h5, h6');
      expect([...found].map(({ localName }) => localName).join(' ')).to.equal(tags);
    });
  }

  it('keeps what a heading has and holds', () => {
    expect(cleaned('<h1 id="a" lang="de">b <em>c</em></h1>')).to.equal(
      '<h3 id="content-a" lang="de">b <em>c</em></h3>',
    );
  });
});
