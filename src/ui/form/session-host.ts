import type { RichText } from '../../posting/text.js';
import type { PageReplyRules } from '../../transport/submit.js';
import type { SubmitSettings } from '../controllers/submission-controller.js';
import type { FieldTypes } from '../fields/field-types.js';

/** What the form of a posting needs of the element that it stands in. */
export interface SessionHost {
  /** Where events are dispatched. */
  readonly target: EventTarget;
  readonly fieldTypes: FieldTypes;
  /** Level of the form's own heading. */
  headingLevel(): number;
  /** @throws {ConfigError} where it is not known where to send */
  settings(): SubmitSettings;
  /** How an answer to the page's own request is read. */
  replyRules(): PageReplyRules;
  usesKeys(): boolean;
  judgesOnBlur(): boolean;
  /** @param headingLevel of the text's highest heading, 1 to 6 */
  rich(text: RichText, headingLevel: number): unknown;
  /** What the posting says before all else. */
  notice(): unknown;
  /** A posting's link, absolute, or `undefined` where it may not be followed. */
  href(url: string | undefined): string | undefined;
  /** An address that the posting has something loaded from, absolute, where it may. */
  trustedUrl(url: string): URL | undefined;
  /** Called with every change of the form's state. */
  onChange(): void;
  leadToReceipt(): void;
}
