import type { PlannedField } from '../../form/form-plan.js';
import type { FormStore } from '../../form/form-store.js';

/**
 * Fills in what is blank from a page's query string, in fields that the posting has opened to it by `prefill`. What a
 * field would find wrong is passed over, as an option that is not there: the applicant might not see what is to blame.
 */
export function prefill(store: FormStore, search = location.search): void {
  const query = new URLSearchParams(search);
  const open = store.plan.fields.filter(isOpen);
  store.fill(Object.fromEntries(open.flatMap((planned) => answersIn(query, planned, store))));
}

/** Links are kept and passed on, so nothing stands in them that only few may know. */
function isOpen({ field, section }: PlannedField): boolean {
  return field.prefill === true && field.sensitive !== true && section.equality !== true;
}

function answersIn(query: URLSearchParams, { field, kind }: PlannedField, store: FormStore): [string, unknown][] {
  if (!query.has(field.name)) return [];
  const values = query.getAll(field.name);
  const { kinds } = store.plan;
  const answer = kind.read(values.length > 1 ? values : values[0], field, { kinds });
  const context = { kinds, lookup: store.state.scope.lookup, today: store.today };
  if (answer === undefined || kind.judge(answer, field, context).length > 0) return [];
  const beside = kind.besideNames?.(field, answer) ?? [];
  return [[field.name, answer], ...beside.map((name): [string, unknown] => [name, query.get(name)])];
}
