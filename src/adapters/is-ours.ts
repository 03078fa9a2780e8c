/** Whether JSON is plainly a posting of ours. No system calls its form so. */
export function isOurs(json: unknown): boolean {
  const form: unknown = typeof json === 'object' && json !== null && 'form' in json ? json.form : undefined;
  return typeof form === 'object' && form !== null && !Array.isArray(form);
}
