import { html } from 'lit';
import * as z from 'zod/mini';
import type { Field, FieldKind, FieldType, FieldView } from '../../src/index.js';

interface RatingField extends Field {
  /** The highest mark; the lowest is 1. */
  readonly highest: number;
}

const defaultHighest = 5;

/** How answers are read and judged: a whole number from 1 up. */
const kind: FieldKind<RatingField, number | undefined> = {
  schema: z.looseObject({
    type: z.string(),
    name: z.string(),
    label: z.string(),
    required: z.optional(z.boolean()),
    highest: z._default(z.int().check(z.minimum(2), z.maximum(10)), defaultHighest),
  }),
  ask: () => 'select',
  isQuestion: true,
  isVisible: true,
  initial: () => undefined,
  isBlank: (answer) => answer === undefined,
  read: (value) => (Number.isInteger(Number(value)) && value !== '' ? Number(value) : undefined),
  judge(answer, { highest }) {
    if (answer === undefined || (answer >= 1 && answer <= highest)) return [];
    return [answer < 1 ? { code: 'too-small', params: { min: 1 } } : { code: 'too-large', params: { max: highest } }];
  },
  toParts: (answer, field, wire) => [{ name: wire(field.name), value: String(answer) }],
  fromParts: (parts, field, wire) => parts.values(wire(field.name))[0],
  toText: (answer, { highest }) => `${answer} / ${highest}`,
};

/** How it looks: as many radios, in a row. */
const view: FieldView<RatingField, number | undefined> = {
  frame: () => 'radios',
  control: ({ field, id, wireName, answer, answerWith }) =>
    html`${Array.from({ length: field.highest }, (_, index) => index + 1).map(
      (mark) => html`<label part="mark">
        <input
          part="control"
          type="radio"
          id=${mark === 1 ? id : `${id}-${mark}`}
          name=${`f-${wireName}`}
          .checked=${answer === mark}
          @change=${() => answerWith(mark)}
        />
        ${mark}
      </label>`,
    )}`,
};

/** A mark from 1 to 5, or to what the posting says. */
export const rating: FieldType = { kind, view };
