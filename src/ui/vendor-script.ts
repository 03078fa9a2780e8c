interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Where scripts of others may come from; each is loaded only where the page's author has turned its service on. */
const vendors: readonly string[] = [
  'https://www.google.com/recaptcha/api.js',
  'https://js.hcaptcha.com/1/api.js',
  'https://challenges.cloudflare.com/turnstile/v0/api.js',
  'https://www.dropbox.com/static/api/2/dropins.js',
  'https://apis.google.com/js/api.js',
  'https://accounts.google.com/gsi/client',
];

/** Made once, as this chunk arrives; pages with Trusted Types allow it by its name. `undefined` where there is no need of it. */
const policy = createPolicy();

/**
 * Puts a service's script on the page, at most once for each address, as the service documents it.
 * @param url an address of `vendors`, with a query
 * @param attributes what the service wants its script to have besides
 * @returns once it has run
 * @throws {Error} where it did not arrive, or the page's policy keeps it out; the next call tries again
 */
export function loadVendorScript(url: string, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
  const known = [...document.scripts].find((each) => each.src === url);
  const script = known ?? document.createElement('script');
  return new Promise((resolve, reject) => {
    if (known?.dataset['jobApplication'] === 'loaded') return resolve();
    script.addEventListener('load', () => {
      script.dataset['jobApplication'] = 'loaded';
      resolve();
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`The script ${new URL(url).origin} could not be loaded.`));
    });
    if (known) return;
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    script.async = true;
    script.src = policy?.createScriptURL(url) ?? vouched(url);
    document.head.append(script);
  });
}

function vouched(url: string): string {
  const { origin, pathname } = new URL(url);
  if (vendors.includes(origin + pathname)) return url;
  throw new TypeError(`${origin} is not one of the services that are known.`);
}

function createPolicy(): ReturnType<PolicyFactory['createPolicy']> | undefined {
  try {
    return (window as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('job-application-vendor', {
      createScriptURL: vouched,
    });
  } catch {
    return undefined; // the page's policy does not name it: whether the address will do as it is, the browser decides
  }
}
