import { inflateSync } from 'node:zlib';

/** What a glyph of a font stands for, by the hexadecimal digits that a page names it by. */
type Letters = ReadonlyMap<string, string>;

/**
 * The words on the pages of a PDF that Chromium has made, in the order in which they are drawn and as `drawnLetters` writes
 * them, since a line's end is no character in one. It knows as much of the format as Skia writes: objects that stand in the
 * file by themselves, streams compressed by zlib, and for each font a map from glyphs to characters.
 */
export function pdfText(data: Uint8Array): string {
  return pdfPages(data).join('');
}

/** The same, page by page. */
export function pdfPages(data: Uint8Array): readonly string[] {
  const source = Buffer.from(data).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\b([^]*?)\bendobj/g)].map(([, id, body]) => [id!, body!] as const),
  );
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return pages.map((page) => drawnLetters(textOf(page, objects)));
}

/** A text as it is to be looked for in a PDF: without white space, ligatures, and the hyphens of line ends. */
export function drawnLetters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{Pd}\p{Cf}\u200b]/gu, '');
}

function textOf(page: string, objects: ReadonlyMap<string, string>): string {
  const fonts = fontsOf(page, objects);
  const contents = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''));
  let letters: Letters = new Map();
  let text = '';
  for (const [, font, hex] of contents.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else text += (hex!.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph.toUpperCase()) ?? '').join('');
  }
  return text;
}

function fontsOf(page: string, objects: ReadonlyMap<string, string>): Map<string, Letters> {
  const listed = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '';
  return new Map(
    [...listed.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1];
      return [name!, lettersOf(streamOf(objects.get(map ?? '')))] as const;
    }),
  );
}

/** Reads `bfchar`, a glyph and its characters, and `bfrange`, a row of glyphs and the first one's character. */
function lettersOf(map: string): Letters {
  const letters = new Map<string, string>();
  for (const [, entries] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph, code] of entries!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(glyph!.toUpperCase(), characters(code!));
  }
  for (const [, entries] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first, last, code] of entries!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = parseInt(first!, 16);
      for (let glyph = start; glyph <= parseInt(last!, 16); glyph += 1) {
        const letter = String.fromCodePoint(parseInt(code!, 16) + glyph - start);
        letters.set(glyph.toString(16).toUpperCase().padStart(4, '0'), letter);
      }
    }
  }
  return letters;
}

/** UTF-16, four digits for each unit. */
function characters(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}

function streamOf(body = ''): string {
  const [, content] = /stream\r?\n([^]*?)\r?\nendstream/.exec(body) ?? [];
  if (content === undefined) return '';
  const bytes = Buffer.from(content, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}
