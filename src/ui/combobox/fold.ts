/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

/** A text as it is compared: small letters without accents, "ß" as "ss", anything but letters and digits as a space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðæœþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same with umlauts as two letters, as they are written where a keyboard has none: "Muenchen" for "München". */
export function foldUmlauts(text: string): string {
  return fold(text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => umlauts[letter.toLowerCase()] ?? letter));
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
