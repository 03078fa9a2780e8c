import { html } from 'lit';
import { urlReading } from '../../localization/reading-terms.js';
import { readUrl, type UrlField } from '../../posting/kinds/url.js';
import type { FieldView } from './field-view.js';
import { readingNote } from './reading-note.js';
import { notedInput } from './text-input.js';

/** `type=url` would refuse an address without its `https://`; ours says how it is read. */
export const urlView: FieldView<UrlField, string> = {
  frame: () => 'label',
  control: (context) => html`${notedInput(context, { type: 'text', inputMode: 'url', spellcheck: 'false' })}
  ${readingNote(context, (answer) => {
    const read = readUrl(answer);
    return read?.inferred ? urlReading(read.href, context.form.translator) : undefined;
  })}`,
};
