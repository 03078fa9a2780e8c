import { formatList } from './format.js';
import type { Translator } from './translator.js';

/** MIME types whose second part says nothing to a reader. */
const shortNames: Readonly<Record<string, string>> = {
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.apple.pages': 'PAGES',
  'text/plain': 'TXT',
  'image/jpeg': 'JPG',
  'image/svg+xml': 'SVG',
};

/** The kinds of file that an `accept` list allows, as a list in words: "PDF, DOC or DOCX". Empty where it allows any. */
export function listFileTypes(accept: readonly string[], translator: Translator): string {
  const types = fileTypes(accept, translator);
  return types.length === 0 ? '' : formatList(types, 'disjunction', translator);
}

/** Each of them in a word; none where the list allows any. */
export function fileTypes(accept: readonly string[], { msg }: Translator): readonly string[] {
  const families: Readonly<Record<string, string>> = {
    image: msg('images', { id: 'images' }),
    audio: msg('audio', { id: 'audio' }),
    video: msg('video', { id: 'video' }),
  };
  const types = accept.map((each) => {
    const type = each.trim().toLowerCase();
    if (type.startsWith('.')) return type.slice(1).toUpperCase();
    const [family = '', name = family] = type.split('/');
    if (name === '*') return Object.hasOwn(families, family) ? families[family]! : type;
    return Object.hasOwn(shortNames, type) ? shortNames[type]! : name.replace(/^(x-|vnd\.)/, '').toUpperCase();
  });
  const isOpen = types.every((type) => type === '') || ['*', '*/*'].some((any) => types.includes(any));
  return isOpen ? [] : [...new Set(types.filter(Boolean))];
}
