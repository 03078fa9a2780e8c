import { html } from 'lit';
import type { FileAnswer, FileField } from '../../posting/kinds/file.js';
import { fileDesk } from '../files/file-desk-directive.js';
import type { FieldView } from './field-view.js';

/** Files chosen from the device, dropped or pasted, or a text written in their place. */
export const fileView: FieldView<FileField, FileAnswer> = {
  frame: () => 'group',
  hint: ({ field, form }) => form.fileTerms.accepted(field),
  control: (context) => html`<div part="file" class="file" ${fileDesk(context)}></div>`,
};
