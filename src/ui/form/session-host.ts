import type { JobApplication } from '../job-application.js';
import type { RichText } from '../../posting/text.js';
import type { ReadPosting } from '../controllers/posting-reader.js';
import type { FieldTypes } from '../fields/field-types.js';
import type { Steps } from '../steps/steps.js';

/** What the form of a posting needs of the element that it stands in. */
export interface SessionHost {
  /** Where events are dispatched, how to send is asked, and what can't be drawn in a shadow root stands. */
  readonly target: JobApplication;
  readonly fieldTypes: FieldTypes;
  /** Level of the form's own heading. */
  headingLevel(): number;
  /** The posting as it was read, and where from. */
  read(): ReadPosting | undefined;
  usesKeys(): boolean;
  judgesOnBlur(): boolean;
  /** What shows one section at a time, where the page asks for that and it is loaded. */
  steps(): typeof Steps | undefined;
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
}
