import { html, nothing, type TemplateResult } from 'lit';
import { answerOf, kindOf, noAnswers, textOf, type Answers } from '../../posting/answers.js';
import type { Field } from '../../posting/field-kind.js';
import { entryScope, fewestEntries, newEntry, type RepeatField } from '../../posting/kinds/repeat.js';
import { entryId, innerId } from '../form/control-id.js';
import { drawField } from './field-frame.js';
import type { FieldContext, FieldView } from './field-view.js';

type Entries = readonly Answers[];
type Context = FieldContext<RepeatField, Entries>;

/** Groups of the same questions, with buttons to add one and to remove each. */
export const repeatView: FieldView<RepeatField, Entries> = {
  frame: () => 'group',
  control: (context) => {
    const { field, form, id, answer } = context;
    const isFull = field.max !== undefined && answer.length >= field.max;
    const item = itemName(context);
    return html`
      ${answer.map((entry, index) => drawEntry(entry, index, context))}
      ${
        isFull
          ? nothing
          : html`<button type="button" class="button" id=${answer.length === 0 ? id : `${id}-add`} @click=${() => add(context)}>
            ${answer.length === 0 ? form.terms.addFirstEntry(item) : form.terms.addEntry(item)}
          </button>`
      }
    `;
  },
};

function drawEntry(entry: Answers, index: number, context: Context): TemplateResult {
  const { field, form, id } = context;
  const title = form.terms.entryTitle(itemName(context), index + 1);
  const scope = entryScope(entry, field, { kinds: form.kinds, lookup: context.lookup });
  const titleId = `${id}-${index}-title`;
  return html`<div class="entry" role="group" id=${entryId(id, index)} aria-labelledby=${titleId}>
    <div class="entry-head">
      <p class="entry-title" id=${titleId}>${title}</p>
      ${
        context.answer.length > fewestEntries(field)
          ? html`<button
            type="button"
            class="button button--quiet"
            aria-label=${form.terms.removeEntry(itemName(context), index + 1)}
            @click=${() => remove(index, context)}
          >
            ${form.fileTerms.removeShort}
          </button>`
          : nothing
      }
    </div>
    ${field.fields.map((each, place) =>
      scope.isShown(each) && kindOf(each, form.kinds).isVisible
        ? html`<div part="field" class="field">${drawInner(each, place, entry, index, scope.lookup, context)}</div>`
        : nothing,
    )}
  </div>`;
}

function drawInner(
  field: Field,
  place: number,
  entry: Answers,
  index: number,
  lookup: Context['lookup'],
  context: Context,
): unknown {
  const { form, wireName } = context;
  const view = form.views[field.type];
  if (!view) return nothing;
  const name = `${wireName}[${index}][${field.name}]`;
  const latestEntry = (): Answers => context.latest()[index] ?? entry;
  const put = (key: string, value: unknown): void =>
    context.answerWith(
      context.latest().map((each, at) => (at === index ? Object.assign(noAnswers(), each, { [key]: value }) : each)),
    );
  const read = (from: Answers): unknown =>
    answerOf(from, field.name) ?? kindOf(field, form.kinds).initial(field, form.kinds);
  return drawField(view, {
    form,
    field,
    answer: read(entry),
    latest: () => read(latestEntry()),
    issues: context.issues.filter((issue) => issue.field === name || issue.field.startsWith(`${name}[`)),
    id: innerId(context.id, index, place),
    wireName: name,
    label: form.text(field.label),
    notes: [],
    lookup,
    answerWith: (answer) => put(field.name, answer),
    beside: (name) => textOf(answerOf(entry, name)),
    answerBeside: put,
    focus: context.focus,
  });
}

function add(context: Context): void {
  const { field, form, id, answer, answerWith, focus } = context;
  answerWith([...answer, newEntry(field, form.kinds)]);
  form.announce(form.terms.entryAdded(itemName(context), answer.length + 1));
  focus(entryId(id, answer.length));
}

function remove(index: number, context: Context): void {
  const { form, id, answer, answerWith, focus } = context;
  answerWith(answer.filter((_, at) => at !== index));
  form.announce(form.terms.entryRemoved(itemName(context), index + 1));
  focus(answer.length === 1 ? id : `${id}-add`);
}

function itemName({ field, form, label }: Context): string {
  return form.text(field.itemLabel) || label;
}
