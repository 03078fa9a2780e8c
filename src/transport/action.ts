import { ConfigError } from '../posting/errors.js';
import { isHttp, isTrustedOrigin, originOf, toUrl, type Surroundings } from './endpoint.js';

export interface ActionSources extends Surroundings {
  /** Said by the page's author. */
  readonly action?: string | undefined;
  /** Said by the posting (`form.action`), and only heard where the author says nothing. */
  readonly postingAction?: string | undefined;
  /** What `action` is relative to, where the page has a `<base>`. */
  readonly baseUrl?: string | undefined;
}

/**
 * Where the application is sent.
 * @throws {ConfigError} where nothing says so, or what says so may not
 */
export function resolveAction({ action, postingAction, baseUrl, ...surroundings }: ActionSources): {
  readonly url: URL;
} {
  if (action?.trim()) {
    return { url: parseAction(action, baseUrl ?? surroundings.pageUrl, surroundings, 'The attribute "action"') };
  }
  if (!postingAction?.trim()) {
    throw new ConfigError(
      'There is nowhere to send an application: set the attribute "action", or "form.action" in the posting.',
    );
  }
  const base = surroundings.postingUrl ?? surroundings.pageUrl;
  const url = parseAction(postingAction, base, surroundings, 'The posting\'s "form.action"');
  if (isTrustedOrigin(url, surroundings)) return { url };
  throw new ConfigError(
    `The posting's "form.action" leads to ${url.origin}, which is not the origin of the page or of "src". ` +
      `To allow it, name it in the attribute "trusted-origins", or set the attribute "action".`,
  );
}

function parseAction(text: string, base: string, { pageUrl }: Surroundings, subject: string): URL {
  const url = toUrl(text, base);
  if (!url || !isHttp(url)) throw new ConfigError(`${subject} is "${text}"; expected an https: address.`);
  if (url.username || url.password) {
    throw new ConfigError(
      `${subject} has a user name or a password in it, which browsers refuse to send; expected an address without.`,
    );
  }
  if (url.protocol === 'https:' || url.origin === originOf(pageUrl) || isLoopback(url)) return url;
  throw new ConfigError(
    `${subject} is ${url.href}, where an application could be read on its way; expected an https: address, one of the page's own origin, or one of this machine.`,
  );
}

/** `localhost` and the names below it, 127.0.0.0/8, ::1. The URL parser has brought addresses into one form. */
function isLoopback({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
