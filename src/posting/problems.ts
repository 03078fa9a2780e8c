import type * as z from 'zod/mini';
import type { PostingProblem } from './errors.js';

type SchemaIssue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** JSON Pointer, RFC 6901. */
export function toPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What a schema found, each with the place and a sentence of what was expected there. */
export function problemsOf(issues: readonly SchemaIssue[], at: Path = []): PostingProblem[] {
  return issues.flatMap((issue): PostingProblem[] => {
    const path = [...at, ...issue.path];
    if (issue.code !== 'invalid_union' || isOurs(issue)) {
      return [{ pointer: toPointer(path), expected: describeExpected(issue) }];
    }
    // The branch that came furthest is what the author meant; where none got anywhere, any of them would do.
    const branches = issue.errors;
    const meant = branches.find((branch) => branch.some(({ path }) => path.length > 0) && !branch.some(isWholeType));
    if (meant) return problemsOf(meant, path);
    return [{ pointer: toPointer(path), expected: describeExpected(issue) }];
  });
}

/** Of whatever branch, those inside a branch as well. */
function describeChoices(branches: readonly (readonly SchemaIssue[])[]): string {
  return [...new Set(branches.flatMap((branch) => branch.map(describeExpected)))].join(', or ') || 'another value';
}

function isWholeType(issue: SchemaIssue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_type';
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** Whether a schema has said itself what it expects: without words of its own, zod has but these two. */
function isOurs({ message }: SchemaIssue): boolean {
  return message !== '' && message !== 'Invalid input';
}

function describeExpected(issue: SchemaIssue): string {
  if (isOurs(issue)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' && 'format' in issue
        ? 'a whole number'
        : (typeNames[issue.expected] ?? issue.expected);
    case 'invalid_union':
      return describeChoices(issue.errors);
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_format':
      return issue.pattern === undefined ? `a text of the form ${issue.format}` : `a text like ${issue.pattern}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `at least ${issue.minimum} ${issue.minimum === 1 ? 'item' : 'items'}`
        : `at least ${issue.minimum}${issue.inclusive ? '' : ', excluded'}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'array' ? ' items' : issue.origin === 'string' ? ' characters' : ''}`;
    case 'custom':
      return 'an object';
    default:
      return 'another value';
  }
}
