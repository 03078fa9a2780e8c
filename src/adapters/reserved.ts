import type { Application } from '../form/application.js';
import type { Part } from '../posting/field-kind.js';

/** What every payload carries beside the answers: the key of the attempt, and a captcha under its provider's name. */
export function reservedParts({ idempotencyKey, captcha }: Application): readonly Part[] {
  return [
    ...(idempotencyKey === undefined ? [] : [{ name: '_idempotency_key', value: idempotencyKey }]),
    ...(captcha ? [{ name: captcha.name, value: captcha.token }] : []),
  ];
}

/** The same for JSON. */
export function reservedKeys({ idempotencyKey, captcha }: Application): Record<string, string> {
  return {
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(captcha ? { [captcha.name]: captcha.token } : {}),
  };
}
