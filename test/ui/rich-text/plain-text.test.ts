import { expect } from 'chai';
import { effort } from '../../support/effort.js';
import { plainText } from '../../../src/ui/rich-text/plain-text.js';

describe('plainText', () => {
  const cases: [title: string, html: string, text: string][] = [
    ['leaves words as they are', 'Two labs, one workshop.', 'Two labs, one workshop.'],
    ['parts paragraphs by a blank line', '<p>One</p>\n<p>Two</p>', 'One\n\nTwo'],
    ['breaks lines where the text does', 'One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['drops inline tags without a gap', 'a <b class="x">bold</b> word', 'a bold word'],
    ['drops the insides of scripts and styles', '<style>a{}</style>A<script>b()</script>B', 'AB'],
    ['drops a script that never ends', 'A<script>b()', 'A'],
    ['drops comments, closed or not', 'A<!-- b -->C<!-- d', 'AC'],
    ['reads common and numeric entities once', 'R&amp;D &#163;5 &#xA3;6 &amp;lt;b&amp;gt;', 'R&D £5 £6 &lt;b&gt;'],
    ['keeps an entity that it does not know', '&nosuch; &#99999999;', '&nosuch; &#99999999;'],
    ['keeps a lone bracket', '3 < 5', '3 < 5'],
  ];
  for (const [title, html, text] of cases) {
    it(title, () => expect(plainText(html)).to.equal(text));
  }

  it('takes no longer for a hostile text than for another of its length', () => {
    const harmless = '<p>Grind <b>lenses</b> &amp; prisms.</p>\n';
    for (const part of ['<a ', '<!--', '<script>', '&#1', '&#32;', '&', '<b ']) {
      const hostile = part.repeat(200_000);
      const plain = harmless.repeat(hostile.length / harmless.length);
      // Where every beginning led through the whole rest, it would be some ten thousand times.
      expect(
        effort(
          () => plainText(hostile),
          () => plainText(plain),
        ),
        part,
      ).to.be.below(50);
    }
  });
});
