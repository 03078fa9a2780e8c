import { Buffer } from 'node:buffer';

/** HTTP Basic with a key for a name and no password. @param {string} key */
export function basic(key) {
  return `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
}

/**
 * A text without the key, in any of the forms that it travels in: whoever refuses a key may repeat it.
 * @param {string} text
 * @param {string} key
 */
export function withoutKey(text, key) {
  const forms = [key, encodeURIComponent(key), basic(key).slice('Basic '.length), Buffer.from(key).toString('base64')];
  return forms.reduce((rest, form) => rest.replaceAll(form, '(the key)'), text);
}
