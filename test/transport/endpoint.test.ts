import { expect } from '@open-wc/testing';
import { ConfigError } from '../../src/posting/errors.js';
import { resolveAction, type ActionSources } from '../../src/transport/action.js';
import { isTrustedOrigin } from '../../src/transport/endpoint.js';

const pageUrl = 'https://careers.example.org/jobs/42';

function resolve(sources: Partial<ActionSources>): string {
  return resolveAction({ pageUrl, ...sources }).url.href;
}

function refusal(sources: Partial<ActionSources>): string {
  try {
    return `not refused: ${resolve(sources)}`;
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigError);
    return (error as ConfigError).message;
  }
}

describe('resolveAction', () => {
  it('reads the action of the page relative to the page, or to its base', () => {
    expect(resolve({ action: '/api' })).to.equal('https://careers.example.org/api');
    expect(resolve({ action: 'api' })).to.equal('https://careers.example.org/jobs/api');
    expect(resolve({ action: 'api', baseUrl: 'https://careers.example.org/base/' })).to.equal(
      'https://careers.example.org/base/api',
    );
  });

  it('lets the page send anywhere over https, to its own origin, and to this machine', () => {
    expect(resolve({ action: 'https://forms.example.com/in' })).to.equal('https://forms.example.com/in');
    const intranet = 'http://careers.intranet/jobs';
    expect(resolve({ pageUrl: intranet, action: '/in' })).to.equal('http://careers.intranet/in');
    for (const host of ['localhost:3000', 'api.localhost', '127.0.0.1', '127.8.9.1:80', '[::1]:8080', '2130706433']) {
      expect(resolve({ action: `http://${host}/in` }), host).to.match(/^http:/);
    }
  });

  it('refuses an action that others could read on its way, or that is no address to send to', () => {
    for (const action of [
      'http://forms.example.com/in',
      'http://careers.example.org/',
      'http://127.0.0.1.example.com/',
      'http://localhost.example.com',
    ]) {
      expect(refusal({ action }), action).to.include('expected an https: address');
    }
    for (const action of [
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:jobs@example.org',
      'https://',
      'ftp://example.org/',
    ]) {
      expect(refusal({ action }), action).to.include('expected an https: address');
    }
    expect(refusal({ action: 'https://user:secret@example.org/' }))
      .to.include('user name')
      .and.not.include('secret');
    expect(refusal({ pageUrl: 'file:///C:/page.html', action: 'in' })).to.include('expected an https: address');
  });

  it('prefers what the page says to what the posting says', () => {
    expect(resolve({ action: '/mine', postingAction: '/theirs' })).to.equal('https://careers.example.org/mine');
    expect(resolve({ action: ' ', postingAction: '/theirs' })).to.equal('https://careers.example.org/theirs');
  });

  it("takes the posting's action on the page's origin, on that of src, and on a trusted one", () => {
    const postingUrl = 'https://feed.example.com/postings/1.json';
    expect(resolve({ postingAction: 'https://careers.example.org/in' })).to.equal('https://careers.example.org/in');
    expect(resolve({ postingUrl, postingAction: 'in' })).to.equal('https://feed.example.com/postings/in');
    expect(
      resolve({ postingAction: 'https://ats.example.net/in', trustedOrigins: ['https://ats.example.net'] }),
    ).to.equal('https://ats.example.net/in');
  });

  it("refuses the posting's action on any other origin, and says how to allow it", () => {
    for (const trustedOrigins of [
      [],
      ['https://ats.example.net:8443'],
      ['http://ats.example.net'],
      ['not a URL', '*'],
    ]) {
      expect(refusal({ postingAction: 'https://ats.example.net/in', trustedOrigins })).to.include('trusted-origins');
    }
    expect(refusal({ postingAction: 'https://careers.example.org.evil.example/in' })).to.include('trusted-origins');
    expect(refusal({ postingAction: '//evil.example/in' })).to.include('trusted-origins');
    expect(
      refusal({ postingAction: 'http://ats.example.net/in', trustedOrigins: ['http://ats.example.net'] }),
    ).to.include('https:');
  });

  it('says what to set where there is no action at all', () => {
    expect(refusal({})).to.include('set the attribute "action"');
  });
});

describe('isTrustedOrigin', () => {
  it('trusts nothing of an origin that is nobody, such as that of a data: URL or a file', () => {
    const url = new URL('data:application/json,{}');
    expect(
      isTrustedOrigin(url, { pageUrl: 'file:///index.html', postingUrl: url.href, trustedOrigins: ['null'] }),
    ).to.equal(false);
    expect(isTrustedOrigin(new URL('https://a.example/logo.png'), { pageUrl: 'file:///index.html' })).to.equal(false);
    expect(isTrustedOrigin(new URL('https://a.example/logo.png'), { pageUrl: 'https://a.example/' })).to.equal(true);
  });
});
