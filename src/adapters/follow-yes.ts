import { followsYes } from './infer-text.js';

type Json = Record<string, unknown>;

/** Shows a question that begins with "If yes" only after a yes to the question of yes or no right before it. */
export function followYes(fields: readonly Json[]): readonly Json[] {
  let yes: Json | undefined;
  return fields.map((field) => {
    const isFollowing = yes !== undefined && followsYes(String(field['label']));
    const showIf = yes;
    // Several may follow one.
    if (!isFollowing) yes = yesOf(field);
    return isFollowing ? { ...field, showIf } : field;
  });
}

function yesOf({ type, name, options }: Json): Json | undefined {
  if (type === 'boolean') return { '==': [{ var: name }, true] };
  if (type !== 'choice' || !Array.isArray(options) || options.length !== 2) return undefined;
  const yes = (options as readonly Json[]).find(({ label }) => /^(?:yes|ja)$/i.test(String(label).trim()));
  return yes && { '==': [{ var: name }, yes['value']] };
}
