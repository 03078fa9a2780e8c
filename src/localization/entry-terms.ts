import { entryTitle } from './field-label.js';
import { formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

export type EntryTerms = ReturnType<typeof entryTerms>;

/**
 * Words around the entries of a repeated group. `item` is what one is called, positions count from 1. A button's whole
 * name begins with what is seen on it, for people who speak to their computer (WCAG 2.2, 2.5.3).
 */
export function entryTerms(translator: Translator) {
  const { msg } = translator;
  const number = (position: number): string => formatNumber(position, translator);
  return {
    title: (item: string, position: number) => entryTitle(item, position, translator),
    addFirst: (item: string) => msg(str`Add: ${item}`, { id: 'add-entry' }),
    add: (item: string) => msg(str`Add another: ${item}`, { id: 'add-another-entry' }),
    remove: (item: string, position: number) => msg(str`Remove ${item} ${number(position)}`, { id: 'remove-entry' }),
    up: msg('Move up', { id: 'move-up' }),
    moveUp: (item: string, position: number) => msg(str`Move up: ${item} ${number(position)}`, { id: 'move-entry-up' }),
    down: msg('Move down', { id: 'move-down' }),
    moveDown: (item: string, position: number) =>
      msg(str`Move down: ${item} ${number(position)}`, { id: 'move-entry-down' }),
    added: (item: string, position: number) => msg(str`${item} ${number(position)} added`, { id: 'entry-added' }),
    removed: (item: string, position: number) => msg(str`${item} ${number(position)} removed`, { id: 'entry-removed' }),
    /** `from` is the place that it had, and is called by, until now. */
    moved: (item: string, from: number, position: number, length: number) =>
      msg(str`${item} ${number(from)} moved to position ${number(position)} of ${number(length)}`, {
        id: 'entry-moved',
      }),
  };
}
