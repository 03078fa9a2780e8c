import { expect } from '@open-wc/testing';
import { markdownToHtml } from '../../../src/ui/rich-text/markdown.js';

describe('markdownToHtml', () => {
  const cases: [title: string, markdown: string, html: string][] = [
    ['writes headings and lists', '# a\n\n- b\n- c', '<h1>a</h1>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>'],
    ['takes HTML for words', '<b onclick="x">a</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>'],
    ['empties a link to a script', '[a](javascript:alert(1))', '<p><a href="">a</a></p>'],
    ['keeps named references', 'R&amp;D &copy; *&nbsp;a*', '<p>R&amp;D &copy; <em>&nbsp;a</em></p>'],
    [
      'keeps them in a link',
      '[a](https://example.org/?a=1&amp;b=2 "c &amp; d")',
      '<p><a href="https://example.org/?a=1&amp;b=2" title="c &amp; d">a</a></p>',
    ],
    [
      'takes them for words within code',
      '`&amp;`\n\n    &lt;b',
      '<p><code>&amp;amp;</code></p>\n<pre><code>&amp;lt;b\n</code></pre>',
    ],
    ['escapes a lone ampersand', 'a & b', '<p>a &amp; b</p>'],
    ['reads numeric references', '&#163;5', '<p>£5</p>'],
  ];
  for (const [title, markdown, html] of cases) {
    it(title, () => expect(markdownToHtml(markdown)).to.equal(html));
  }

  it('writes nothing to the DOM, as a page under Trusted Types asks', () => {
    const setter = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    let isWritten = false;
    Object.defineProperty(Element.prototype, 'innerHTML', { ...setter, set: () => (isWritten = true) });
    try {
      markdownToHtml('R&amp;D [a](b "&copy;")\n\n```x&lt;\n&gt;\n```');
    } finally {
      Object.defineProperty(Element.prototype, 'innerHTML', setter!);
    }
    expect(isWritten).to.equal(false);
  });
});
