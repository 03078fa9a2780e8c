import type { CSSResultGroup } from 'lit';
import { answer } from './answer.styles.js';
import { base } from './base.styles.js';
import { control } from './control.styles.js';
import { file } from './file.styles.js';
import { form } from './form.styles.js';
import { posting } from './posting.styles.js';
import { rich } from './rich.styles.js';
import { tokens } from './tokens.styles.js';

/** Everything that the element's shadow root is drawn with. */
export const elementStyles: CSSResultGroup = [tokens, base, rich, posting, form, control, file, answer];
