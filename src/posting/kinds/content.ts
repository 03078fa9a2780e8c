import * as z from 'zod/mini';
import type { FieldKind } from '../field-kind.js';
import { fieldShape, open, optionalString, richText } from '../schema.js';

const schema = open({
  ...fieldShape,
  content: richText,
  /** A text that must stand word for word; its version is sent with the consents. */
  document: z.optional(open({ id: z.string(), version: z.string(), expires: optionalString })),
});

export type ContentField = z.infer<typeof schema>;

/** Text between the questions; it has no answer. */
export const contentKind: FieldKind<ContentField, undefined> = {
  schema,
  ask: () => 'enter',
  isQuestion: false,
  isVisible: true,
  initial: () => undefined,
  isBlank: () => true,
  read: () => undefined,
  judge: () => [],
  toParts: () => [],
  fromParts: () => undefined,
  toText: () => '',
  toRecords: (_answer, { name, document }, { wire }) =>
    document ? [{ name: wire(name || document.id), document: document.id, version: document.version }] : [],
  warnings: ({ document }, today) =>
    document?.expires !== undefined && document.expires < today
      ? [`the document "${document.id}", version ${document.version}, expired on ${document.expires}`]
      : [],
};
