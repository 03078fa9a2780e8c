import { noChange, nothing } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type PartInfo,
  type PropertyPart,
} from 'lit/directive.js';

/**
 * Writes a control's value only where what stands in it means another answer: what somebody is typing ("1.", "٣") is
 * never rewritten under their hands. `read` says what a control
 * means as it stands.
 */
class KeepTyped extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.PROPERTY) throw new TypeError('keepTyped() goes on a property, such as .value');
  }

  render(_answer: unknown, _text: string, _read: (control: HTMLInputElement) => unknown): unknown {
    return nothing;
  }

  override update(
    { element }: PropertyPart,
    [answer, text, read]: [unknown, string, (control: HTMLInputElement) => unknown],
  ): unknown {
    const control = element as HTMLInputElement;
    if (!Object.is(read(control), answer)) control.value = text;
    return noChange;
  }
}

export const keepTyped: (
  answer: unknown,
  text: string,
  read: (control: HTMLInputElement) => unknown,
) => DirectiveResult = directive(KeepTyped);
