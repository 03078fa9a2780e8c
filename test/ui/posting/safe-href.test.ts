import { expect } from 'chai';
import { safeHref } from '../../../src/ui/posting/safe-href.js';

const baseUrl = 'https://careers.example.org/jobs/1.json';

describe('safeHref', () => {
  const followed: [url: string, href: string][] = [
    ['https://example.org/a', 'https://example.org/a'],
    ['HTTP://example.org', 'http://example.org/'],
    ['../team', 'https://careers.example.org/team'],
    ['//example.org/a', 'https://example.org/a'],
    ['mailto:jobs@example.org', 'mailto:jobs@example.org'],
    ['tel:+441632960000', 'tel:+441632960000'],
  ];
  for (const [url, href] of followed) {
    it(`follows ${url}`, () => expect(safeHref(url, baseUrl)).to.equal(href));
  }

  const refused = [
    'javascript:alert(1)',
    ' java\tscr\nipt:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,a',
    'blob:https://careers.example.org/a',
    'vbscript:a',
    'file:///etc/passwd',
    'ftp://example.org',
    'https://',
    'https://example.org@elsewhere.example/',
    'https://:secret@example.org/',
    '',
    '  ',
  ];
  for (const url of refused) {
    it(`refuses ${JSON.stringify(url)}`, () => expect(safeHref(url, baseUrl)).to.equal(undefined));
  }

  it('has nothing for nothing', () => expect(safeHref(undefined, baseUrl)).to.equal(undefined));
});
