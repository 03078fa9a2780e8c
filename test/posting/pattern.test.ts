import { expect } from 'chai';
import { compilePattern, matches, namedFormats } from '../../src/posting/pattern.js';

/** The answer of a pattern that is expected to be understood. */
function match(source: string, text: string): boolean | undefined {
  const pattern = compilePattern(source);
  if ('unknown' in pattern) throw new Error(`${source} is not understood: ${pattern.unknown}`);
  return matches(pattern, text);
}

function unknownIn(source: string): string | undefined {
  const pattern = compilePattern(source);
  return 'unknown' in pattern ? pattern.unknown : undefined;
}

/** Numbers from 0 up to `below`, the same in every run (xorshift, 32 bits). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function pick<T>(random: (below: number) => number, items: readonly T[]): T {
  return items[random(items.length)] as T;
}

/** Patterns as authors write them, some at the edges of the syntax. */
const understood = [
  '',
  'abc',
  '^abc$',
  '^\\d{4}$',
  '[A-Z]{2}\\d{2}',
  '^\\p{L}+$',
  '^[^<>]*$',
  '^(yes|no)$',
  'yes|no',
  '^a|b$',
  '(^a|b$)c?',
  '(^\\d{5}$)|(^\\d{5}-\\d{4}$)',
  'a(^b|c$)d?',
  '(^$)?a*',
  '^$',
  '^.{0,400}$',
  '(?:a|ab)(?:c|bcd)d*',
  'a+?b*?c??',
  'a{2}b{1,}c{0,2}',
  'a{0}b',
  '(?:a{0}|b){2,3}',
  '(?:)*',
  '(a*)*',
  '(a?){3}',
  '(a|b|)+c',
  '||a',
  '[]',
  '[^]',
  '[^]*',
  '[a-c\\d_-]+',
  '[-a]+',
  '[+--]',
  '[\\]\\\\^]+',
  '[.*+?(){}|/$]+',
  '[\\w\\s]+',
  '[\\W]+',
  '[^\\D]+',
  '\\S+\\s\\S+',
  '\\D\\W',
  '.',
  '.\\.\\/',
  '\\u0061\\x62\\u{63}',
  '\\t|\\n|\\r|\\v|\\f',
  '\\u{1F600}+',
  '😀{2}',
  '[😀-😂]+',
  '[^😀]',
  '\\p{Lu}\\p{Ll}*',
  '\\P{L}+',
  '[\\p{L}\\p{M}\\p{Nd} ]+',
  '[^\\p{P}\\P{N}]',
  '\\p{S}|\\p{Z}|\\p{N}',
  '((a)(b(c)?)?)+',
  'https?:\\/\\/(?:www\\.)?[\\w.]+(?:\\/[^ ]*)?',
];

const alphabet = [...'aabbccdABZ019_-+.*/$|^](){}<> é\t\n\r\u00a0\u2028\u0301😀😁', 'abc', 'yes', 'no', 'https://www.'];

/** Node's `process`, where the test runs in Node. */
interface NodeProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  getBuiltinModule(id: 'node:fs'): {
    existsSync(path: string): boolean;
    readFileSync(path: string, encoding: 'utf8'): string;
  };
}

interface Corpus {
  readonly catastrophic: readonly {
    readonly pattern: string;
    readonly attack: { readonly prefix: string; readonly pump: string; readonly n: number; readonly suffix: string };
  }[];
  readonly invalid_patterns: readonly string[];
  readonly safe_must_work: readonly string[];
}

/** The corpus in the directory that the environment variable CORPORA names; it is no part of the project. */
function readCorpus(): Corpus | undefined {
  const { process } = globalThis as { process?: NodeProcess };
  const directory = process?.env?.['CORPORA'];
  if (!process || !directory) return undefined;
  const fs = process.getBuiltinModule('node:fs');
  const path = `${directory}/redos.json`;
  return fs.existsSync(path) ? (JSON.parse(fs.readFileSync(path, 'utf8')) as Corpus) : undefined;
}

describe('compilePattern and matches', () => {
  describe('agree with the expressions of JavaScript, anchored, under the flag u', () => {
    for (const source of understood) {
      it(`about ${JSON.stringify(source)}`, () => {
        const random = createRandom(7);
        const expression = new RegExp(`^(?:${source})$`, 'u');
        const texts = ['', ...alphabet, 'a\n', 'yes\n', '1234', 'AB12', '12345'];
        for (let count = 0; count < 400; count += 1) {
          texts.push(Array.from({ length: random(7) }, () => pick(random, alphabet)).join(''));
        }
        const ours = texts.filter((text) => match(source, text));
        expect(ours).to.deep.equal(texts.filter((text) => expression.test(text)));
      });
    }

    it('about expressions made at random', () => {
      const random = createRandom(2026);
      const atoms = ['a', 'b', 'c', '.', '\\w', '\\d', '[ab]', '[^a]', '[a-c]', '\\p{L}', '😀', ''];
      const counts = ['', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '{0}'];
      const make = (depth: number): string => {
        const kind = depth === 0 ? 0 : random(4);
        if (kind === 1) return make(depth - 1) + make(depth - 1);
        if (kind === 2) {
          const [start, end] = [pick(random, ['', '', '^']), pick(random, ['', '', '$'])];
          return `(${start}${make(depth - 1)}|${make(depth - 1)}${end})${pick(random, counts)}`;
        }
        if (kind === 3) return `(?:${make(depth - 1)})${pick(random, counts)}`;
        const atom = pick(random, atoms);
        return atom && atom + pick(random, counts);
      };
      for (let round = 0; round < 400; round += 1) {
        const source = make(4);
        const expression = new RegExp(`^(?:${source})$`, 'u');
        for (let count = 0; count < 25; count += 1) {
          const text = Array.from({ length: random(6) }, () => pick(random, [...'aabc1😀\n'])).join('');
          expect(match(source, text), `${source} on ${JSON.stringify(text)}`).to.equal(expression.test(text));
        }
      }
    });
  });

  it('takes an escaped sign as itself where JavaScript would refuse the escape', () => {
    expect(match('\\d{3}\\-\\d{4}\\@\\ \\_', '555-0100@ _')).to.equal(true);
    expect(match('\\d{3}\\-\\d{4}', '55500100')).to.equal(false);
  });

  describe('says what it does not understand, and where', () => {
    const unknown: Readonly<Record<string, string>> = {
      '^(?=.*\\d).{8,}$': '"(?=" at character 2',
      'a(?!b)': '"(?!" at character 2',
      '(?<=a)b': '"(?<=" at character 1',
      '(?<!a)b': '"(?<!" at character 1',
      '(?<year>\\d{4})': '"(?<y" at character 1',
      '(?i)abc': '"(?i" at character 1',
      'abcde(?>x)': '"(?>" at character 6',
      '(a)\\1': '"\\\\1" at character 4',
      '\\k<year>': '"\\\\k" at character 1',
      '\\bword\\b': '"\\\\b" at character 1',
      'a\\B': '"\\\\B" at character 2',
      '[\\b]': '"\\\\b" at character 2',
      '\\p{Script=Greek}': '"\\\\p" at character 1',
      'x\\p{Emoji}': '"\\\\p{Emoji}" at character 2',
      '\\p{d}': '"\\\\p{d}" at character 1',
      '\\p{constructor}': '"\\\\p{constructor}" at character 1',
      '\\pL': '"\\\\p" at character 1',
      '[\\p{L}--[a-z]]': '"\\\\p{L}" at character 2',
      '[a-z&&[aeiou]]': '"&" at character 5',
      '[[a-z]]': '"[" at character 2',
      '[a--c]': '"a" at character 2',
      '[\\w-.]': '"\\\\w" at character 2',
      '[z-a]': '"z" at character 2',
      'a{2,1}': '"{" at character 2',
      'a{,3}': '"{" at character 2',
      'a**': '"*" at character 3',
      'a^b': '"^" at character 2',
      a$b: '"b" at character 3',
      '$^': '"^" at character 2',
      '/^\\d+$/': '"^" at character 2',
      '^*': '"*" at character 2',
      'a++': '"+" at character 3',
      '*Oakland*': '"*" at character 1',
      'a{1,1000}{1,1000}': '"{" at character 10',
      '{': '"{" at character 1',
      'a}': '"}" at character 2',
      ']': '"]" at character 1',
      'hey(yoo) )': '")" at character 10',
      '(a+': 'the end at character 4',
      '[a-z': 'the end at character 5',
      '\\': '"\\\\" at character 1',
      '\\y': '"\\\\y" at character 1',
      '\\é': '"\\\\é" at character 1',
      '\\x1 ': '"\\\\x" at character 1',
      '\\u12': '"\\\\u" at character 1',
      '\\u{110000}': '"\\\\u" at character 1',
      '\\uD83D\\uDE00': '"\\\\u" at character 1',
    };
    for (const [source, said] of Object.entries(unknown)) {
      it(JSON.stringify(source), () => {
        expect(unknownIn(source)).to.equal(said);
      });
    }

    it('groups in groups beyond a hundred', () => {
      expect(unknownIn('('.repeat(100) + 'a' + ')'.repeat(100))).to.equal(undefined);
      expect(unknownIn('('.repeat(101) + 'a' + ')'.repeat(101))).to.equal('"(" at character 101');
    });
  });

  describe('refuses to unfold what is too large', () => {
    const tooLarge: Readonly<Record<string, string>> = {
      'a count in millions': 'a{1,9000000}',
      'a count in a count': '(a{1,1000}){1,1000}',
      'a count in a count in a count': '(((?:a{100}){100}){100}){100}',
      'a count of nothing': '(?:(?:(?:){9999}){9999}){9999}',
      'a count of what is left out': `(?:${'a{0}'.repeat(400)}){9999}`,
      'a count of many alternatives': `(${'|'.repeat(1500)}){1,1000}`,
      'a long expression': 'a'.repeat(2001),
    };
    for (const [name, source] of Object.entries(tooLarge)) {
      it(name, () => {
        expect(unknownIn(source)).to.contain('of this size');
      });
    }

    it('but not counts that people write', () => {
      expect(match('.{0,1000}', 'x'.repeat(1000))).to.equal(true);
      expect(match('.{0,1000}', 'x'.repeat(1001))).to.equal(false);
      expect(match('[\\w-]{1,20}(?: [\\w-]{1,20}){0,20}', 'well-tempered ideas')).to.equal(true);
    });
  });

  describe('ends on every text', () => {
    const many = 'a'.repeat(10_000);
    const decided: readonly [string, string, boolean][] = [
      ['(a+)+$', many, true],
      ['(a+)+$', `${many}!`, false],
      ['(a|a)*b', many, false],
      ['(.*)*x', many, false],
      ['(a|\\w)*', `${many}!`, false],
      ['(a|b|ab)*', `${'ab'.repeat(5_000)}!`, false],
      ['(.*a){20}', `${'a'.repeat(30)}!`, false],
      ['(?:\\w+\\s?)*', `${'lorem ipsum '.repeat(800)}!`, false],
      ['[\\w\\s,.-]+', many, true],
    ];
    for (const [source, text, answer] of decided) {
      it(`decides ${source} on ${text.length} characters`, () => {
        expect(match(source, text)).to.equal(answer);
      });
    }

    it('gives up, saying neither yes nor no, where the steps are used up', () => {
      expect(match('.*.{0,400}', many)).to.equal(undefined);
      expect(match('(a{1,40}){1,40}', 'a'.repeat(1_600))).to.equal(undefined);
      expect(match('(?:a|b)*a(?:a|b){200}', 'abbabaaabb'.repeat(1_000))).to.equal(undefined);
      expect(match('a*', 'a'.repeat(1_000_000))).to.equal(undefined);
    });

    it('says no to a long text as soon as nothing can follow', () => {
      expect(match('\\d{5}', 'x'.repeat(1_000_000))).to.equal(false);
    });

    it('gives the same answer again', () => {
      const pattern = compilePattern('(?:a|b)*c');
      if ('unknown' in pattern) throw new Error(pattern.unknown);
      expect(['abc', 'ab', 'abc', ''].map((text) => matches(pattern, text))).to.deep.equal([true, false, true, false]);
    });
  });

  describe('knows formats by name', () => {
    const formats: Readonly<Record<string, { fit: readonly string[]; unfit: readonly string[] }>> = {
      digits: { fit: ['0', '0123456789'], unfit: ['', '1a', '1 2', '-1', '1.5', 'digits'] },
      letters: { fit: ['a', 'Łódź', 'Ωμέγα', '東京', 'e\u0301'], unfit: ['', 'a1', 'a b', 'letters!'] },
      alphanumeric: { fit: ['a1', 'Ünder9', '٣'], unfit: ['', 'a-1', 'a b', '_'] },
      orcid: {
        fit: ['0000-0002-1825-0097', '0000-0002-1694-233X', 'https://orcid.org/0000-0002-1825-0097'],
        unfit: ['', '0000-0002-1825-009', '0000000218250097', '0000-0002-1825-009Y', 'orcid', 'https://orcid.org/'],
      },
      'postcode-gb': {
        fit: ['SW1A 1AA', 'sw1a1aa', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'GIR 0AA'],
        unfit: ['', 'SW1A', '1AA SW1A', 'SW1A  1AA', 'postcode-gb'],
      },
      'zip-us': { fit: ['20500', '20500-0003'], unfit: ['', '2050', '20500-', '205000003', 'zip-us'] },
      'plz-de': { fit: ['10115', '01067'], unfit: ['', '1067', 'D-10115', '101155', 'plz-de'] },
    };
    for (const [name, { fit, unfit }] of Object.entries(formats)) {
      it(name, () => {
        expect(fit.filter((text) => !match(name, text))).to.deep.equal([]);
        expect(unfit.filter((text) => match(name, text))).to.deep.equal([]);
      });
    }

    it('and tests each of them here', () => {
      expect(Object.keys(namedFormats)).to.deep.equal(Object.keys(formats));
    });

    it('only by the exact name, and no inherited one', () => {
      expect(match('Digits', 'Digits')).to.equal(true);
      expect(match('digits?', 'digit')).to.equal(true);
      expect(match('constructor', 'constructor')).to.equal(true);
      expect(match('toString', 'toString')).to.equal(true);
    });
  });

  describe('stand up to a corpus of harmful expressions', () => {
    const corpus = readCorpus();
    if (!corpus) {
      it('of the directory that CORPORA names (skipped: it names none with a redos.json)', function () {
        this.skip();
      });
      return;
    }

    for (const { pattern, attack } of corpus.catastrophic) {
      it(`never takes the attack for a match of ${pattern}`, () => {
        for (const count of [attack.n, 10_000]) {
          const compiled = compilePattern(pattern);
          const text = attack.prefix + attack.pump.repeat(count) + attack.suffix;
          if (!('unknown' in compiled)) expect(matches(compiled, text)).not.to.equal(true);
        }
      });
    }

    // The corpus also lists what is valid under the flag u alone.
    for (const pattern of corpus.invalid_patterns.filter((source) => source !== '\\p{L}+')) {
      it(`does not understand ${pattern}`, () => {
        expect(unknownIn(pattern)).to.be.a('string');
      });
    }

    for (const pattern of corpus.safe_must_work) {
      it(`understands ${pattern}, or says that it looks ahead`, () => {
        expect(unknownIn(pattern)).to.equal(pattern.includes('(?=') ? '"(?=" at character 2' : undefined);
      });
    }
  });
});
