/** Usual tags without a script. For all others the browser is asked, which the first time takes longer than drawing a field. */
const plainlyLatin = /^(?:cs|da|de|en|es|fi|fr|it|nb|nl|pl|pt|sv|tr)(?:-[a-z]{2})?$/i;
const rightToLeft = /^(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** For the attribute `dir`. `auto` where the language is not known: the browser then goes by the first letter. */
export function directionOf(lang: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (lang === undefined) return 'auto';
  if (plainlyLatin.test(lang)) return 'ltr';
  try {
    return rightToLeft.test(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'auto'; // no BCP 47 tag; `Intl` tells by throwing
  }
}
