import { isObject, plainText, type JsonObject } from './plain-text.js';

/**
 * Whether a body says "no", whatever the status says: `ok: false`, `success: false`, errors that are not empty, or a
 * `status` that is one of HTTP's for errors or of JSend's (<https://github.com/omniti-labs/jsend>).
 */
export function saysNo(body: unknown): boolean {
  if (body === false) return true;
  if (!isObject(body)) return false;
  const { ok, success, status } = body;
  const denied: readonly unknown[] = [false, 0, 'false'];
  return (
    denied.includes(ok) ||
    denied.includes(success) ||
    (typeof status === 'number' ? status >= 400 : status === 'error' || status === 'fail') ||
    ['error', 'errors', 'error_fields', 'validation_errors', 'formErrors', 'fieldErrors'].some((key) =>
      isFilled(body[key]),
    )
  );
}

/** `{ email: [] }` is an empty form for errors, not an error. */
function isFilled(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value);
  return depth > 8 || Object.values(value).some((each) => isFilled(each, depth + 1));
}

/** Whether the endpoint says, in so many words, that it holds the applicant for a program. */
export function namesBot(body: unknown): boolean {
  return codesIn(body).some((code) => code === 'bot') || typesIn(body).some((type) => type.endsWith('bot'));
}

/** What services that check captchas, and the frameworks around them, call a token that did not pass. */
const captchaWords =
  /"(?:g-recaptcha-response|h-captcha-response|cf-turnstile-response|(?:missing|invalid)-input-response|timeout-or-duplicate)"/;

export function namesCaptcha(body: unknown, text: string): boolean {
  return captchaWords.test(text) || [...codesIn(body), ...typesIn(body)].some((code) => /captcha|turnstile/.test(code));
}

/** The endpoint's own words for the whole of it. */
export function messageIn(body: unknown): string | undefined {
  if (!isObject(body)) return plainText(body);
  const { message, detail, error, title } = body;
  const inside = isObject(error) ? [error['message'], error['detail']] : [];
  return [message, detail, error, ...inside, title].map(plainText).find((words) => words !== undefined);
}

function codesIn(body: unknown): readonly string[] {
  return lowerCase(body, ({ code, error }) => [code, ...(isObject(error) ? [error['code']] : [error])]);
}

function typesIn(body: unknown): readonly string[] {
  return lowerCase(body, ({ type }) => [type]);
}

function lowerCase(body: unknown, pick: (body: JsonObject) => readonly unknown[]): readonly string[] {
  return isObject(body) ? pick(body).flatMap((value) => (typeof value === 'string' ? [value.toLowerCase()] : [])) : [];
}
