import type * as z from 'zod/mini';
import { isBlankText } from '../blank-text.js';
import type { PostingProblem } from '../errors.js';
import type { Field, FieldKind, JudgeContext, TextContext } from '../field-kind.js';
import type { Finding } from '../issue.js';

/** What a kind whose answer is one string adds to the others of its family. */
interface StringKindParts<F extends Field> {
  readonly schema: z.ZodMiniType<F>;
  judge(answer: string, field: F, context: JudgeContext): readonly Finding[];
  toText?(answer: string, field: F, context: TextContext): string;
  derivedNames?(field: F): readonly string[];
  besideNames?(field: F): readonly string[];
  problems?(field: F): readonly PostingProblem[];
}

/** The family of kinds whose answer is one string, sent as one part, as it was typed. */
export function stringKind<F extends Field>(parts: StringKindParts<F>): FieldKind<F, string> {
  return {
    ask: () => 'enter',
    isQuestion: true,
    isVisible: true,
    initial: (field) => (typeof field.default === 'string' ? field.default : ''),
    isBlank: isBlankText,
    read: (value) => (typeof value === 'string' ? value : undefined),
    toParts: (answer, field, wire) => [{ name: wire(field.name), value: answer }],
    fromParts: (parts, field, wire) => parts.values(wire(field.name))[0],
    toText: (answer) => answer,
    ...parts,
  };
}
