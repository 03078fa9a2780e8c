import type { FormPlan } from '../../form/form-plan.js';

/** What the posting's author should know, and no applicant. */
export function warnAuthor({ fields }: FormPlan): void {
  const today = new Date().toISOString().slice(0, 10);
  for (const { field, kind } of fields) {
    const warnings = [
      ...(field.unknownType === undefined ? [] : [`the type "${field.unknownType}" is unknown; it is asked as a text`]),
      ...(kind.warnings?.(field, today) ?? []),
    ];
    for (const warning of warnings) console.warn(`<job-application>: field "${field.name}": ${warning}.`);
  }
}
