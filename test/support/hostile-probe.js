// Loaded by a page before anything else: notes what runs there that should not, and looks at what has been drawn.

/** @typedef {{ ran: string[], violations: string[] }} Notes */

/** What the page's own words may not set off. @type {Notes} */
const notes = { ran: [], violations: [] };

const page = /** @type {any} */ (window);
for (const name of ['canary', 'alert', 'confirm', 'prompt', 'print', 'open']) {
  page[name] = (/** @type {unknown[]} */ ...values) => void notes.ran.push(`${name}(${values.join()})`);
}
// The page's own elements, which a posting may not bring to life.
class Widget extends HTMLElement {
  constructor() {
    super();
    page.canary('a widget of the page');
  }
}
class Paragraph extends HTMLParagraphElement {
  constructor() {
    super();
    page.canary('a paragraph of the page');
  }
}
customElements.define('page-widget', Widget);
customElements.define('page-paragraph', Paragraph, { extends: 'p' });
addEventListener('error', (event) => {
  if (event instanceof ErrorEvent) notes.ran.push(`error: ${event.message} (${event.filename}:${event.lineno})`);
});
addEventListener('unhandledrejection', ({ reason }) => notes.ran.push(`rejected: ${reason?.stack ?? reason}`));
document.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sample } = event;
  // Browsers report both of dirty HTML while it is being parsed, although nothing of it takes effect.
  if (effectiveDirective === 'script-src-attr' || effectiveDirective === 'style-src-attr') return;
  notes.violations.push(`${effectiveDirective}: ${blockedURI} ${sample}`);
});

const inRichText =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );
const ofOurs =
  'a article bdi button dd details div dl dt fieldset form h1 h2 h3 h4 h5 h6 header img input label legend li option p progress section select slot span strong summary textarea time ul'.split(
    ' ',
  );
const richAttributes =
  'abbr alt class colspan datetime dir height href id lang loading referrerpolicy rel reversed rowspan scope span src start tabindex target title type value width'.split(
    ' ',
  );
const classes = ['visually-hidden', 'scroll', 'lines', 'lines--many'];

/** What is wrong with the elements in a shadow root. @param {ShadowRoot} root @returns {string[]} */
function audit(root) {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const isRich = element.parentElement?.closest('.rich') != null && !element.matches('div.rich');
    const wrong = [...attributesOf(element), ...(isRich ? richFaults(element) : ownFaults(element))];
    return wrong.map((each) => `${each} in ${element.outerHTML.slice(0, 200)}`);
  });
}

/** @param {Element} element @returns {string[]} */
function attributesOf(element) {
  return [...element.attributes].flatMap(({ name, value }) => {
    if (/^on|^style$|^srcdoc$|^srcset$|action$|^autofocus$|^popover|^background$|^poster$|^ping$/i.test(name))
      return [name];
    if (name === 'href') return /^(?:https?:|mailto:|tel:|#)/.test(value) ? [] : [`href=${value}`];
    if (name === 'src') return value.startsWith(`${location.origin}/`) ? [] : [`src=${value}`];
    return [];
  });
}

/** @param {Element} element @returns {string[]} */
function richFaults(element) {
  if (!inRichText.includes(element.localName) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
    return [`<${element.localName}>`];
  }
  const faults = [...element.attributes]
    .filter(({ name }) => !richAttributes.includes(name))
    .map(({ name }) => `attribute ${name}`);
  if ([...element.classList].some((each) => !classes.includes(each))) faults.push(`class ${element.className}`);
  if (element.id !== '' && !/^content-\d+-/.test(element.id)) faults.push(`id ${element.id}`);
  if (element.hasAttribute('tabindex') && !element.matches('.scroll')) faults.push('tabindex');
  if (element.matches('a[href^="http"]:not([target=_blank][rel="noopener noreferrer"])'))
    faults.push('link without rel');
  return faults;
}

/** @param {Element} element @returns {string[]} */
function ownFaults(element) {
  if (!ofOurs.includes(element.localName)) return [`<${element.localName}>`];
  const isOpen = element.matches('a[target=_blank]:not([rel~=noopener])');
  const isUnlike = element.matches('[id]:not([id^=f])') || element.matches('[name]:not([name^="f-"]):not(slot)');
  return [...(isOpen ? ['link without rel'] : []), ...(isUnlike ? ['id or name without prefix'] : [])];
}

/** Names that scripts have given to what every object inherits. @returns {string[]} */
function polluted() {
  return [Object, Array, Function, String, Element, HTMLElement, Event, Promise, Map].flatMap(({ name, prototype }) => {
    const inherited = [];
    for (const key in prototype) if (Object.hasOwn(prototype, key)) inherited.push(key);
    return name === 'Object' || name === 'Array' || name === 'Map'
      ? inherited.map((key) => `${name}.prototype.${key}`)
      : [];
  });
}

/** Until the element has shown its posting, or that it can't. @param {any} element @returns {Promise<string>} the error, or nothing */
async function settled(element) {
  const result = await new Promise((resolve) => {
    element.addEventListener('job-application-load', () => resolve(''), { once: true });
    element.addEventListener('job-application-error', (/** @type {any} */ event) => resolve(String(event.error)), {
      once: true,
    });
  });
  await element.updateComplete;
  return result;
}

/** @param {unknown} posting @param {ParentNode} [place] @returns {{ element: any, drawn: Promise<string> }} */
function embed(posting, place = document.body) {
  const element = /** @type {any} */ (document.createElement('job-application'));
  element.action = '/applications.json';
  element.posting = posting;
  const drawn = settled(element);
  place.append(element);
  return { element, drawn };
}

/** Presses Submit, and answers in place of the endpoint. @param {any} element @param {{ status: number, body: unknown }} reply */
async function reply(element, { status, body }) {
  element.addEventListener(
    'job-application-submit',
    (/** @type {any} */ event) =>
      event.respondWith(
        Promise.resolve(
          new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }),
        ),
      ),
    { once: true },
  );
  const result = await element.submit();
  await element.updateComplete;
  return result.status;
}

page.probe = { notes, audit, polluted, settled, embed, reply };
