import { html, nothing, type TemplateResult } from 'lit';
import { deviceTerms } from '../../localization/device-terms.js';
import { draftTerms } from '../../localization/draft-terms.js';
import type { Translator } from '../../localization/translator.js';
import { undeletedSentences } from './draft-view.js';

/** What a device has of the answers in view. */
export type DeviceStatus =
  /** Nothing yet. */
  | { readonly is: 'ready' }
  | {
      readonly is: 'saved';
      /** Milliseconds since 1970. */
      readonly savedAt: number;
      readonly hasFiles: boolean;
      /** In place of what another page had saved. */
      readonly isOverOther: boolean;
    }
  | { readonly is: 'refused' }
  /** As the applicant wanted it; nothing more is saved. */
  | { readonly is: 'deleted' }
  /** It was to be deleted, and the browser refused. */
  | { readonly is: 'undeleted' };

export interface DeviceParts {
  readonly translator: Translator;
  /** How long a draft is kept. */
  readonly days: number;
}

/** Always in view: whoever shares a device has to know what stays on it. */
export function deviceView(status: DeviceStatus, parts: DeviceParts, forget: () => void): TemplateResult {
  const [first, ...others] = deviceSentences(status, parts);
  return html`<div part="draft-status" class="draft-status">
    <p>
      ${first}
      ${
        status.is === 'saved' || status.is === 'undeleted'
          ? html`<span aria-hidden="true">·</span>
              <button type="button" class="button button--quiet" @click=${forget}>${draftTerms(parts.translator).delete}</button>`
          : nothing
      }
    </p>
    ${others.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}

export function deviceSentences(status: DeviceStatus, { translator, days }: DeviceParts): readonly string[] {
  const terms = deviceTerms(translator);
  switch (status.is) {
    case 'ready':
      return [terms.ready(days)];
    case 'saved':
      return [
        terms.saved(status.savedAt, days),
        ...(status.hasFiles ? [] : [terms.withoutFiles]),
        ...(status.isOverOther ? [terms.overOther] : []),
      ];
    case 'refused':
      return [terms.refused];
    case 'deleted':
      return [terms.deleted];
    case 'undeleted':
      return undeletedSentences(translator);
  }
}
