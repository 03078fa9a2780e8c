import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import { entryTerms } from '../../localization/entry-terms.js';
import { answerOf, blankAnswer, kindOf, noAnswers, textOf, type Answers, type Scope } from '../../posting/answers.js';
import type { Field } from '../../posting/field-kind.js';
import { entryScope, fewestEntries, newEntry, type RepeatField } from '../../posting/kinds/repeat.js';
import { entryId, innerId } from '../form/control-id.js';
import { drawField } from './field-frame.js';
import type { FieldContext, FieldView } from './field-view.js';

type Entries = readonly Answers[];
type Context = FieldContext<RepeatField, Entries>;

/** Groups of the same questions, with buttons to add one and to move and remove each. */
export const repeatView: FieldView<RepeatField, Entries> = {
  frame: () => 'group',
  control: (context) => {
    const { field, form, id, answer } = context;
    const isFull = field.max !== undefined && answer.length >= field.max;
    const terms = entryTerms(form.translator);
    const item = itemName(context);
    return html`
      ${entryList(context)}
      ${
        isFull
          ? nothing
          : html`<button type="button" class="button" id=${answer.length === 0 ? id : `${id}-add`} @click=${() => add(context)}>
            ${answer.length === 0 ? terms.addFirst(item) : terms.add(item)}
          </button>`
      }
    `;
  },
};

/** Draws each entry in elements that stay its own as it is moved: what is typed, chosen or open there moves along. */
class EntryList extends Directive {
  /** An entry that is answered becomes another object, and keeps its key. */
  readonly #keys = new WeakMap<Answers, object>();

  override render(context: Context): unknown {
    return repeat(
      context.answer,
      (entry) => this.#keyOf(entry),
      (entry, index) =>
        drawEntry(entry, index, { ...context, change: (change) => this.#change(entry, context, change) }),
    );
  }

  #keyOf(entry: Answers): object {
    const key = this.#keys.get(entry) ?? {};
    this.#keys.set(entry, key);
    return key;
  }

  /** Finds the entry wherever it stands by now: what is read from a file comes later than the drawing it began with. */
  #change(entry: Answers, { latest, answerWith }: Context, change: Change): Answers | undefined {
    const key = this.#keyOf(entry);
    const now = latest().find((each) => this.#keyOf(each) === key);
    if (!now || !change) return now;
    const changed = Object.assign(noAnswers(), now, change);
    this.#keys.set(changed, key);
    answerWith(latest().map((each) => (each === now ? changed : each)));
    return changed;
  }
}

const entryList = directive(EntryList);

type Change = Answers | undefined;

interface EntryContext extends Context {
  /** Answers in this entry; without a change, it gives the entry as it is now. */
  readonly change: (change: Change) => Answers | undefined;
}

function drawEntry(entry: Answers, index: number, context: EntryContext): TemplateResult {
  const { field, form, id } = context;
  const scope = entryScope(entry, field, { kinds: form.kinds, lookup: context.lookup });
  const titleId = `${id}-${index}-title`;
  return html`<div class="entry" role="group" id=${entryId(id, index)} aria-labelledby=${titleId}>
    <div class="entry-head">
      <p class="entry-title" id=${titleId} tabindex="-1">
        ${entryTerms(form.translator).title(itemName(context), index + 1)}
      </p>
      ${entryButtons(index, context)}
    </div>
    ${field.fields.map((each, place) =>
      scope.isShown(each) && kindOf(each, form.kinds).isVisible
        ? html`<div part="field" class="field">${drawInner(each, place, entry, index, scope, context)}</div>`
        : nothing,
    )}
  </div>`;
}

/** Those that lead nowhere stay, so that the focus can: told of as disabled, and without effect. */
function entryButtons(index: number, context: Context): TemplateResult | typeof nothing {
  const { field, form, id, answer } = context;
  const terms = entryTerms(form.translator);
  const item = itemName(context);
  const button = (key: string, words: string, name: string, press: () => void, isDisabled = false): TemplateResult =>
    html`<button
      type="button"
      class="button button--quiet"
      id=${`${id}-${index}-${key}`}
      aria-label=${name}
      aria-disabled=${isDisabled ? 'true' : nothing}
      @click=${isDisabled ? nothing : press}
    >
      ${words}
    </button>`;
  const position = index + 1;
  const isMovable = answer.length > 1;
  const isRemovable = answer.length > fewestEntries(field);
  if (!isMovable && !isRemovable) return nothing;
  return html`<div class="entry-buttons">
    ${
      isMovable
        ? html`${button('up', terms.up, terms.moveUp(item, position), () => move(index, -1, context), index === 0)}
          ${button('down', terms.down, terms.moveDown(item, position), () => move(index, 1, context), position === answer.length)}`
        : nothing
    }
    ${
      isRemovable
        ? button('remove', form.fileTerms.removeShort, terms.remove(item, position), () => remove(index, context))
        : nothing
    }
  </div>`;
}

function drawInner(
  field: Field,
  place: number,
  entry: Answers,
  index: number,
  { lookup }: Scope,
  context: EntryContext,
): unknown {
  const { form, wireName, change } = context;
  const view = form.views[field.type];
  if (!view) return nothing;
  const name = `${wireName}[${index}][${field.name}]`;
  const read = (from: Answers): unknown => answerOf(from, field.name) ?? blankAnswer(field, form.kinds);
  return drawField(view, {
    form,
    field,
    answer: read(entry),
    latest: () => read(change(undefined) ?? entry),
    issues: context.issues.filter((issue) => issue.field === name || issue.field.startsWith(`${name}[`)),
    id: innerId(context.id, index, place),
    wireName: name,
    label: form.text(field.label),
    notes: form.notesOf(name),
    lookup,
    answerWith: (answer) => void change({ [field.name]: answer }),
    beside: (name) => textOf(answerOf(change(undefined) ?? entry, name)),
    answerBeside: (name, text) => void change({ [name]: text }),
    focus: context.focus,
  });
}

function add(context: Context): void {
  const { field, form, id, answer, answerWith, focus } = context;
  answerWith([...answer, newEntry(field, form.kinds)]);
  form.announce(entryTerms(form.translator).added(itemName(context), answer.length + 1));
  focus(entryId(id, answer.length));
}

/** The focus goes to the name of the entry that comes into its place, not to its button: a second press would be rash. */
function remove(index: number, context: Context): void {
  const { form, id, answer, answerWith, focus } = context;
  answerWith(answer.filter((_, at) => at !== index));
  form.announce(entryTerms(form.translator).removed(itemName(context), index + 1));
  focus(answer.length === 1 ? id : `${id}-${Math.min(index, answer.length - 2)}-title`);
}

/** The focus stays on the button that was pressed, wherever that has gone. */
function move(index: number, by: 1 | -1, context: Context): void {
  const { form, id, answer, answerWith, focus } = context;
  const to = index + by;
  const moved = answer.filter((_, at) => at !== index);
  answerWith([...moved.slice(0, to), ...answer.slice(index, index + 1), ...moved.slice(to)]);
  form.announce(entryTerms(form.translator).moved(itemName(context), index + 1, to + 1, answer.length));
  focus(`${id}-${to}-${by < 0 ? 'up' : 'down'}`);
}

function itemName({ field, form, label }: Context): string {
  return form.text(field.itemLabel) || label;
}
