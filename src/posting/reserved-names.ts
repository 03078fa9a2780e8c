/** Names that the request itself uses, and those that every object has a meaning for. */
export const reservedNames: readonly string[] = [
  '_posting',
  '_locale',
  '_idempotency_key',
  '_previous_key',
  '_consents',
  '_hints',
  '__proto__',
  'constructor',
  'prototype',
];
