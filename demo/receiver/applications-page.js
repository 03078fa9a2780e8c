import { html } from './html.js';

/**
 * @typedef {import('./store.js').ListedApplication} ListedApplication
 * @typedef {import('./relay/queue.js').RelayState} RelayState
 */

/** @type {Readonly<Record<import('./relay/queue.js').RelayStatus, string>>} */
const relayWords = {
  waiting: 'To be passed on',
  sending: 'Being passed on',
  sent: 'Passed on',
  refused: 'Refused',
  exhausted: 'Not passed on: no more tries',
  unknown: 'Perhaps passed on',
  replaced: 'Not passed on: there is a later version',
};

/** Applications that wait for a person and stand above all others. */
const maxNamed = 20;

/**
 * Applications for a person to look at, the latest first.
 * @param {readonly ListedApplication[]} applications
 * @param {number | undefined} older `number` of the last one here, if there are more behind it
 * @param {ReadonlyMap<string, RelayState>} relays by the id of an application that is to be passed on
 * @param {readonly RelayState[]} resting those of all pages that wait for a person
 */
export function applicationsPage(applications, older, relays, resting) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Applications received</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/careers.css">
  </head>
  <body>
    <header class="masthead">
      <div><a class="brand" href="/"><img src="/logo.svg" alt="" width="44" height="44"><span>Wetherfield Instruments</span></a></div>
    </header>
    <main>
      <h1>Applications received</h1>
      <p class="lead">Shown on this machine only. <a href="/applications.csv" download>All of them for a spreadsheet</a></p>
      ${resting.length === 0 ? '' : restingView(resting)}
      ${applications.length === 0 ? html`<p>None yet.</p>` : applications.map((each) => applicationView(each, relays.get(each.id)))}
      ${older === undefined ? '' : html`<p><a href="/applications?before=${older}">Older applications</a></p>`}
    </main>
  </body>
</html>
`.text;
}

/** @param {ListedApplication} application @param {RelayState | undefined} relay */
function applicationView({ id, receivedAt, posting, locale, answers, consents, hints, unknown, replaces }, relay) {
  const { elapsedMs, honeypot } = /** @type {{ elapsedMs?: number, honeypot?: string }} */ (hints ?? {});
  return html`<article class="sheet" id="${id}" data-application="${id}">
    <h2><bdi>${posting}</bdi></h2>
    <p><time datetime="${receivedAt}">${receivedAt}</time> · <a href="/applications/${id}">${id}</a></p>
    ${replaces ? html`<p>Sent in place of <a href="/applications/${replaces}">${replaces}</a>.</p>` : ''}
    ${honeypot ? html`<p>Perhaps a program: it filled in what no person sees.</p>` : ''}
    ${relay ? relayView(relay) : ''}
    <dl class="settings">
      ${Object.entries(/** @type {Record<string, unknown>} */ (answers)).map(
        ([name, answer]) => html`<dt><code>${name}</code></dt><dd>${answerView(id, answer)}</dd>`,
      )}
      <dt>Language</dt><dd>${locale ?? 'not said'}</dd>
      <dt>Consents</dt><dd>${answerView(id, consents)}</dd>
      <dt>Time in the form</dt><dd>${elapsedMs === undefined ? 'not said' : `${Math.round(elapsedMs / 1000)} s`}</dd>
      ${unknown.length === 0 ? '' : html`<dt>Parts of no field</dt><dd>${unknown.join(', ')}</dd>`}
    </dl>
  </article>`;
}

/** @param {readonly RelayState[]} resting */
function restingView(resting) {
  const named = resting.slice(0, maxNamed);
  const more = resting.length - named.length;
  return html`<section aria-labelledby="resting">
      <h2 id="resting">Not passed on: ${resting.length}</h2>
      <ul>${named.map((each) => html`<li data-resting="${each.application}"><a href="/applications/${each.application}"><code>${each.application}</code></a> ${relayView(each)}</li>`)}</ul>
      ${more > 0 ? html`<p>And ${more} more.</p>` : ''}
      <p><code>npm run relay-again</code> lists them all, and sends them again.</p>
    </section>`;
}

/** @param {RelayState} relay */
function relayView({ system, status, systemId, words, tries }) {
  const place = systemId === undefined ? system : `${system}, ${systemId}`;
  return html`<p data-relay="${status}">
      ${relayWords[status]} (${place}; ${tries} ${tries === 1 ? 'try' : 'tries'}).${words ? html` <bdi>${words}</bdi>` : ''}
    </p>`;
}

/**
 * @param {string} id of the application
 * @param {unknown} answer
 * @returns {import('./html.js').Html}
 */
function answerView(id, answer) {
  if (Array.isArray(answer)) {
    return answer.length ? html`<ul>${answer.map((each) => html`<li>${answerView(id, each)}</li>`)}</ul>` : html`none`;
  }
  if (typeof answer !== 'object' || answer === null) {
    const lines = String(answer).split('\n');
    return html`<bdi>${lines.map((line, index) => html`${index ? html`<br />` : ''}${line}`)}</bdi>`;
  }
  const { file, name, size, sha256 } = /** @type {Partial<import('./application-files.js').StoredFile>} */ (answer);
  if (file !== undefined && name !== undefined && sha256 !== undefined) {
    return html`<a href="/applications/${id}/files/${file}"><bdi>${visibleName(name)}</bdi></a> (${size} bytes)`;
  }
  return html`<ul>${Object.entries(answer).map(([key, value]) => html`<li><code>${key}</code> ${answerView(id, value)}</li>`)}</ul>`;
}

/** Without the characters that would make a name look like another one. @param {string} name */
function visibleName(name) {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD') || 'a file without a name';
}
