import { micromark } from 'micromark';

/** Of the private use area: it stands for the `&` of a named reference, and micromark takes it for a letter. */
const mark = '\uE000';

/**
 * HTML as text, not yet clean; HTML within the Markdown comes out as words, and links of unknown protocols empty.
 *
 * In a browser micromark looks names such as `&amp;` up by `innerHTML`, which a page under Trusted Types refuses. So it
 * does not see them: they pass through to the parser of the HTML. Within code they are words.
 */
export function markdownToHtml(markdown: string): string {
  const shielded = markdown.replaceAll(mark, '').replace(/&(?=[a-z][a-z\d]{0,30};)/gi, mark);
  return micromark(shielded)
    .split(/(<code[^]*?<\/code>)/)
    .map((part, index) => part.replace(/\uE000|%EE%80%80/g, index % 2 === 1 ? '&amp;' : '&'))
    .join('');
}
