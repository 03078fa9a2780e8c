import { html, nothing } from 'lit';
import type { ContentField } from '../../posting/kinds/content.js';
import type { HiddenField } from '../../posting/kinds/hidden.js';
import type { FieldView } from './field-view.js';

/** Text between the questions. */
export const contentView: FieldView<ContentField, undefined> = {
  frame: () => 'none',
  control: ({ field, form, label }) => html`
    ${label === '' ? nothing : html`<p class="label">${label}</p>`}
    <div class="rich content">${form.rich(field.content)}</div>
  `,
};

/** Nothing to see; its answer travels all the same. */
export const hiddenView: FieldView<HiddenField, string> = {
  frame: () => 'none',
  control: () => nothing,
};
