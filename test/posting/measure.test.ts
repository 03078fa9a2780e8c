import { expect } from 'chai';
import {
  countGraphemes,
  countWords,
  hasFewerGraphemes,
  hasFewerWords,
  hasMoreGraphemes,
  hasMoreWords,
} from '../../src/posting/measure.js';

const family = '👩‍👩‍👧';
const book = 'the quick brown fox jumps over the lazy dog. '.repeat(222_222);

/** Counts as the standard has it, without regard to how long that takes. */
function segmentsOf(text: string, granularity: 'word' | 'grapheme'): number {
  const segments = [...new Intl.Segmenter(undefined, { granularity }).segment(text)];
  return segments.filter(({ isWordLike }) => granularity === 'grapheme' || isWordLike).length;
}

/** How much text is looked at, in UTF-16 units: what time is spent on, whatever the machine. */
function unitsLookedAt(work: () => unknown): number {
  const { segment } = Intl.Segmenter.prototype;
  let units = 0;
  Intl.Segmenter.prototype.segment = function (text) {
    units += text.length;
    return segment.call(this, text);
  };
  try {
    work();
  } finally {
    Intl.Segmenter.prototype.segment = segment;
  }
  return units;
}

describe('counting', () => {
  const texts: [name: string, text: string][] = [
    ['English', "It's 3.5 miles, can't you see? ".repeat(250)],
    ['German', 'Ein Maß für die Länge des Weges. '.repeat(250)],
    ['Chinese', '我喜欢在这里工作，因为仪器很有趣。'.repeat(400)],
    ['Thai', 'สวัสดีครับผมชื่อสมชาย '.repeat(250)],
    ['marks and families', `${family} e\u0301\r\n`.repeat(700)],
    ['Arabic', 'أحب العمل هنا كثيرا. '.repeat(250)],
  ];
  // Firefox tells Chinese words by those around them, so that a text may have one more where it is cut.
  const isFirefox = 'navigator' in globalThis && navigator.userAgent.includes('Firefox');
  for (const [name, text] of texts) {
    it(`counts ${name} as Unicode does, however many pieces the text is read in`, () => {
      const words = segmentsOf(text, 'word');
      expect(countWords(text), 'words').to.be.within(words, words + (isFirefox ? Math.floor(text.length / 4096) : 0));
      expect(countGraphemes(text), 'graphemes').to.equal(segmentsOf(text, 'grapheme'));
    });
  }

  it('takes what a reader sees as one character for one', () => {
    expect(countGraphemes(`${family}e\u0301\u{1F1EC}\u{1F1E7}`)).to.equal(3);
  });

  it('ends where it is told to', () => {
    expect(countWords('one two three', 2)).to.equal(2);
    expect(countGraphemes('three', 4)).to.equal(4);
    expect(countGraphemes(family.repeat(5), 4)).to.equal(4);
  });

  it('holds a text against a limit from both sides', () => {
    expect([2, 3, 4].map((limit) => hasMoreWords('one two three', limit))).to.deep.equal([true, false, false]);
    expect([2, 3, 4].map((limit) => hasFewerWords('one two three', limit))).to.deep.equal([false, false, true]);
    expect([1, 2, 3].map((limit) => hasMoreGraphemes(family.repeat(2), limit))).to.deep.equal([true, false, false]);
    expect([1, 2, 3].map((limit) => hasFewerGraphemes(family.repeat(2), limit))).to.deep.equal([false, false, true]);
    expect([hasMoreWords('', 0), hasFewerWords('', 0)]).to.deep.equal([false, false]);
  });

  const long: [name: string, text: string][] = [
    ['a book', book],
    ['full stops', '.'.repeat(10_000_000)],
    ['one word', 'a'.repeat(10_000_000)],
    ['Chinese without a stop', '我喜欢在这里工作'.repeat(1_250_000)],
    ['one letter under a heap of accents', `e${'\u0301'.repeat(10_000_000)}`],
  ];
  for (const [name, text] of long) {
    it(`judges 10 MB of ${name} by a small part of it`, () => {
      const units = unitsLookedAt(() => {
        hasFewerWords(text, 200);
        hasMoreWords(text, 400);
        hasMoreGraphemes(text, 2000);
      });
      expect(units).to.be.within(1000, 200_000);
    });
  }
});
