import { sectionsOf, type Posting } from '../../posting/posting.js';

/** 1 to 6 each. */
export interface HeadingLevels {
  readonly title: number;
  readonly section: number;
  /** Of headings in the author's texts: below those of sections or, where a section has none, in their place. */
  readonly rich: number;
}

/** @param title level of the form's own heading, which may be deeper than there are */
export function headingLevels(title: number, posting: Posting): HeadingLevels {
  const isTitled = sectionsOf(posting).every((section) => section.title !== undefined);
  const atMost = (level: number): number => Math.min(level, 6);
  return { title: atMost(title), section: atMost(title + 1), rich: atMost(title + (isTitled ? 2 : 1)) };
}
