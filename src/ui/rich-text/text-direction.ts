const rightToLeft = /^(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** For the attribute `dir`. `auto` where the language is not known: the browser then goes by the first letter. */
export function directionOf(lang: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (lang === undefined) return 'auto';
  try {
    return rightToLeft.test(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'auto'; // no BCP 47 tag; `Intl` tells by throwing
  }
}
