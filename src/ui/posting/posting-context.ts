import type { Translator } from '../../localization/translator.js';
import type { Closing } from '../../posting/closing.js';
import type { Posting } from '../../posting/posting.js';
import type { RichTextRenderer } from '../rich-text/rich-text-renderer.js';

/** What every part of the posting's view is drawn from. */
export interface PostingContext {
  readonly posting: Posting;
  readonly translator: Translator;
  /** BCP 47: picks the author's words. */
  readonly lang: string;
  /** Of the posting's title, 1 to 5; the rest follow. */
  readonly headingLevel: number;
  readonly rich: RichTextRenderer;
  /** Absolute: what the posting's relative URLs start from. */
  readonly baseUrl: string;
  /** Whether the logo may be loaded from an absolute URL. */
  readonly isTrustedUrl: (url: string) => boolean;
}

export interface PostingViewContext extends PostingContext {
  readonly closing: Closing;
  /** Where Apply leads when the form is not drawn here. */
  readonly applyHref: string | undefined;
  /** Called by a click on Apply when the form is drawn here. */
  readonly onApply: (event: Event) => void;
  /** Whether the form is drawn here; past the deadline, that it was begun in time. */
  readonly showForm: boolean;
}
