import { str, type Translator } from './translator.js';

export type CloudTerms = ReturnType<typeof cloudTerms>;

/** Words on taking files from a service such as Dropbox; `service` is its name, `names` those of files. */
export function cloudTerms({ msg, locale }: Translator) {
  const list = (names: readonly string[]): string => new Intl.ListFormat(locale).format(names);
  return {
    opening: (service: string) => msg(str`Opening ${service}…`, { id: 'cloud-opening' }),
    /** Its script took so long that the browser would no longer let it open a window. */
    ready: (service: string) => msg(str`${service} is ready. Press the button once more.`, { id: 'cloud-ready' }),
    unavailable: (service: string) =>
      msg(str`${service} could not be opened. A blocker may keep it out. Try again, or add the file in another way.`, {
        id: 'cloud-unavailable',
      }),
    fetching: (names: readonly string[], service: string) =>
      msg(str`Getting ${list(names)} from ${service}…`, { id: 'cloud-fetching' }),
    notFetched: (names: readonly string[], service: string) =>
      msg(str`${service} did not hand over ${list(names)}. Try again, or add the file in another way.`, {
        id: 'cloud-not-fetched',
      }),
    /** Said where somebody sends while a file is still being fetched. */
    sentAfter: msg('Your application is sent as soon as the file is here.', { id: 'cloud-sent-after' }),
  };
}
