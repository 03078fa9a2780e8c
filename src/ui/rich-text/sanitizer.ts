import createPurifier, { type Config } from 'dompurify';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {
      createHTML(html: string): string;
      createScriptURL(url: string): string;
      createScript(text: string): string;
    },
  ): Policy & { createScript(text: string): unknown };
}

/** An element that nobody knows. */
const unknown = 'x-media';

const allowed: Config = {
  ALLOWED_TAGS: (
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub sup ' +
    'table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
  ALLOWED_ATTR:
    'abbr alt colspan datetime dir height href id lang name reversed rowspan scope span src start title type value width'.split(
      ' ',
    ),
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // The words of a control are no part of the text; those of any other element that is refused are kept.
  ADD_FORBID_CONTENTS: ['button', 'object', 'select', 'textarea', unknown],
  // It would drop ids such as `title`; every id gets a prefix instead.
  SANITIZE_DOM: false,
};

/**
 * Made once, as this chunk arrives: a page may refuse a second policy of one name. With the page's own window it is ours
 * alone, whatever hooks and settings the page gives a DOMPurify it shares with us. Where neither the policy is granted
 * nor strings are, importing this module fails.
 */
const purifier = createPurifier(window);
const policy = createPolicy();
if (policy === null && purify('<p>a</p>')?.textContent !== 'a') {
  throw new Error('The page’s content security policy refuses the Trusted Types policy "job-application".');
}

/**
 * Parses HTML into a document without scripts, styles or requests, and takes out all that is not allowed. What it gives is
 * to be inserted as nodes: written as HTML and parsed again, it could turn into something else.
 */
export function parse(html: string): DocumentFragment {
  const harmless = html.replace(
    reportedTags,
    (_, start: string, name: string) => start + standIns[name.toLowerCase()]!,
  );
  return purify(harmless) ?? document.createDocumentFragment();
}

/**
 * Chromium reports these to the page's CSP while it parses them, even into a document that is never shown. What stands
 * in their place is read by the same rules of HTML, means nothing, and is dropped as they would be.
 */
const standIns: Readonly<Record<string, string>> = {
  script: 'noframes',
  style: 'noframes',
  base: 'basefont',
  audio: unknown,
  video: unknown,
};
const reportedTags = /(<\/?)(script|style|base|audio|video)\b/gi;

/**
 * JSON as what a `<script>` takes for its text.
 * @throws {SyntaxError} where it is none
 */
export function trustedJson(json: string): string {
  return (policy?.createScript(json) ?? json) as string;
}

/** `null` where the browser lets nothing be parsed; DOMPurify's types do not say so. */
function purify(html: string): DocumentFragment | null {
  return purifier.sanitize(html, { ...allowed, TRUSTED_TYPES_POLICY: policy, RETURN_DOM_FRAGMENT: true });
}

/** `null` where the browser knows no Trusted Types or the page's CSP refuses, as it does a second version of this script. */
function createPolicy(): ReturnType<PolicyFactory['createPolicy']> | null {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  try {
    return (
      trustedTypes?.createPolicy('job-application', {
        // Vouches for nothing by itself: DOMPurify alone holds the policy, and parses with it what it then cleans.
        createHTML: (html) => html,
        // What is JSON runs nothing, wherever it is written.
        createScript: (text) => {
          JSON.parse(text);
          return text;
        },
        createScriptURL: () => {
          throw new TypeError('No script comes from a posting.');
        },
      }) ?? null
    );
  } catch {
    return null; // whether strings will do instead is tried above
  }
}
