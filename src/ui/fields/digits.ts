/** Zero in each script whose digits keyboards for applicants' languages type: Arabic, Persian, Devanagari, Bengali, full width. */
const zeros = [...'٠۰०০０'].map((zero) => zero.codePointAt(0)!);

/** A text with the digits of other scripts as 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (letter) => {
    const digit = zeros.map((zero) => letter.charCodeAt(0) - zero).find((value) => value >= 0 && value <= 9);
    return digit === undefined ? letter : String(digit);
  });
}
