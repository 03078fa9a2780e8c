import { readFileSync } from 'node:fs';

/** A fenced block: the language of its text, and what README says it is, such as `json posting`. */
export interface Snippet {
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
}

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Every fenced block of README, in its order. */
export const snippets: readonly Snippet[] = [...readme.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm)].map(
  ({ 1: language = '', 2: subject = '', 3: text = '', index }) => ({
    language,
    subject,
    text,
    line: readme.slice(0, index).split('\n').length,
  }),
);

export function snippetsOf(language: string, subject?: string): readonly Snippet[] {
  return snippets.filter((each) => each.language === language && (subject === undefined || each.subject === subject));
}

/** @throws {Error} where there is none, or more than one */
export function snippet(language: string, subject: string): string {
  const [found, ...others] = snippetsOf(language, subject);
  if (!found || others.length > 0) throw new Error(`README has not exactly one block \`\`\`${language} ${subject}.`);
  return found.text;
}

/** Cells of the rows of the tables below a heading, up to the next heading; the head is left out. */
export function tablesUnder(heading: string): readonly (readonly string[])[] {
  const start = new RegExp(`^#+ ${heading}$`, 'm').exec(readme);
  if (!start) throw new Error(`README has no heading "${heading}".`);
  const rest = readme.slice(start.index + start[0].length);
  const section = rest.slice(0, /^#+ /m.exec(rest)?.index);
  const tables = section.matchAll(/^\|.*\n\|[ :|-]+\n((?:\|.*\n)+)/gm);
  return [...tables].flatMap(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row) =>
        row
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

/** What stands in backquotes in a text. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** What stands in backquotes in the first cells of the tables below a heading. */
export function namesUnder(heading: string): readonly string[] {
  return tablesUnder(heading).flatMap(([first = '']) => codesIn(first));
}
