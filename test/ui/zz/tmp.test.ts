import { expect, aTimeout } from '@open-wc/testing';
describe('tmp', () => {
  for (const abort of [false, true, false, true]) it('xhr ' + abort, async () => {
    const log: unknown[] = []; const t0 = performance.now();
    const say = (w: string) => log.push(w + '@' + Math.round(performance.now() - t0));
    const xhr = new XMLHttpRequest();
    xhr.onreadystatechange = () => { if (xhr.readyState !== 3) say('state' + xhr.readyState); };
    xhr.onprogress = ({ loaded }) => { if (log.length < 14) say('p' + loaded); if (abort && loaded > 1_000_000) xhr.abort(); };
    xhr.onloadend = () => say('end');
    const u = '/fault/' + crypto.randomUUID() + '?do=' + encodeURIComponent(JSON.stringify({ bodyBytes: 50_000_000 }));
    xhr.open('POST', u); xhr.send('x');
    await aTimeout(9000);
    expect(log.join(' ')).to.equal('');
  });
});
