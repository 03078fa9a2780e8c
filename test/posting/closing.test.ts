import { expect } from 'chai';
import { closingOf } from '../../src/posting/closing.js';
import { parsePosting } from '../../src/posting/parse-posting.js';

const closing = (posting: object, now: string) => closingOf(parsePosting({ title: 'T', ...posting }), new Date(now));

describe('closingOf', () => {
  it('is open without a deadline, also while nobody is hired', () => {
    expect(closing({}, '2099-01-01T00:00:00Z')).to.equal('open');
    expect(closing({ status: 'pool' }, '2099-01-01T00:00:00Z')).to.equal('open');
  });

  it('is closed where the posting says so, deadline or not', () => {
    expect(closing({ status: 'closed', closesAt: '2099-01-01' }, '2027-01-01T00:00:00Z')).to.equal('closed');
  });

  it('ends at the moment given, and not before it has passed', () => {
    const closesAt = '2027-01-31T23:59:00Z';
    expect(closing({ closesAt }, '2027-01-31T23:59:00Z')).to.equal('open');
    expect(closing({ closesAt }, '2027-01-31T23:59:01Z')).to.equal('past-deadline');
    expect(closing({ closesAt: '2027-01-31T23:59:00-05:00' }, '2027-02-01T04:58:00Z')).to.equal('open');
  });

  it('ends a bare date when that day ends everywhere', () => {
    expect(closing({ closesAt: '2027-01-31' }, '2027-02-01T11:59:59Z')).to.equal('open');
    expect(closing({ closesAt: '2027-01-31' }, '2027-02-01T12:00:00Z')).to.equal('past-deadline');
  });
});
