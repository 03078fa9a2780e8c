import type { FieldTypes } from '../fields/field-types.js';
import type { SessionHost } from '../form/session-host.js';
import type { JobApplication } from '../job-application.js';
import { noticeView } from '../posting/notice-view.js';
import type { PostingContext } from '../posting/posting-context.js';
import { safeHref } from '../posting/safe-href.js';

interface HostParts extends Pick<SessionHost, 'read' | 'steps' | 'onChange'> {
  /** The posting as it was read, in the language of now. */
  context(): PostingContext;
}

/** What the form of a posting needs of the element that it stands in. */
export function sessionHostOf(target: JobApplication, fieldTypes: FieldTypes, parts: HostParts): SessionHost {
  const { context, read, steps, onChange } = parts;
  return {
    target,
    fieldTypes,
    read,
    steps,
    onChange,
    headingLevel: () => target.headingLevel + (target.show === 'form' ? 0 : 1),
    usesKeys: () => target.idempotency !== 'off',
    judgesOnBlur: () => target.validateOn === 'blur',
    rich: (text, headingLevel) => {
      const { rich, translator, lang, posting } = context();
      return rich.render(text, { translator, lang, fallbackLang: posting.locale, headingLevel });
    },
    notice: () => noticeView(context()),
    href: (url) => safeHref(url, context().baseUrl),
    trustedUrl: (url) => {
      const { isTrustedUrl, baseUrl } = context();
      return isTrustedUrl(url) ? new URL(url, baseUrl) : undefined;
    },
  };
}
