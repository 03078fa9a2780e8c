import type { furtherKinds } from '../../posting/kinds/further.js';
import { choiceView } from './choice.js';
import { contentView, hiddenView } from './content.js';
import { dateView, monthView } from './date.js';
import type { ViewsOf } from './field-view.js';
import { locationView } from './location.js';
import { numberView } from './number.js';
import { repeatView } from './repeat.js';
import { textView } from './text.js';

export { furtherKinds } from '../../posting/kinds/further.js';
export { furtherStyles } from './further.styles.js';

/** How field types look that a posting may well do without; with their kinds, a chunk of its own. */
export const furtherViews: ViewsOf<typeof furtherKinds> = {
  choice: choiceView,
  number: numberView,
  date: dateView,
  month: monthView,
  location: locationView,
  repeat: repeatView,
  hidden: hiddenView,
  content: contentView,
  text: textView,
};
