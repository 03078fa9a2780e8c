import * as z from 'zod/mini';
import { acceptsAnyType } from '../../../posting/kinds/file.js';
import { loadVendorScript } from '../../vendor-script.js';
import { isTooLate, type Pick, type PickRequest } from './picker.js';

/** What Dropbox's script puts on the page, as far as it is used here. https://www.dropbox.com/developers/chooser */
interface DropboxApi {
  appKey?: string;
  choose(options: {
    readonly linkType: 'direct';
    readonly multiselect: boolean;
    readonly folderselect: false;
    readonly extensions?: readonly string[];
    readonly sizeLimit: number;
    success(files: unknown): void;
    cancel(): void;
  }): void;
}

const chosenFiles = z.array(
  z.object({ name: z.string().check(z.minLength(1)), link: z.string(), bytes: z.optional(z.number()) }),
);

const scriptUrl = 'https://www.dropbox.com/static/api/2/dropins.js';

/**
 * Opens Dropbox's Chooser in a window of its own. Its links serve the bytes for some hours, to pages of any origin.
 * @throws {Error} where the script does not arrive, or what it gives is something else
 */
export async function pickFromDropbox(appKey: string, { field, most }: PickRequest): Promise<Pick> {
  if (!api()) {
    await loadVendorScript(scriptUrl, { id: 'dropboxjs', 'data-app-key': appKey });
    if (isTooLate()) return { status: 'late' };
  }
  const dropbox = api();
  if (!dropbox) throw new Error('The script of Dropbox has run and left nothing on the page.');
  // Another element may have another key.
  dropbox.appKey = appKey;
  const extensions = extensionsOf(field.accept);
  return new Promise((resolve, reject) => {
    dropbox.choose({
      linkType: 'direct',
      multiselect: most > 1,
      folderselect: false,
      sizeLimit: field.maxBytes,
      ...(extensions ? { extensions } : {}),
      cancel: () => resolve({ status: 'closed' }),
      success(given) {
        const { data } = chosenFiles.safeParse(given);
        if (!data) return reject(new Error('Dropbox gave something else than files.'));
        resolve({ status: 'picked', files: data.map(({ name, link, bytes }) => ({ name, url: link, size: bytes })) });
      },
    });
  });
}

function api(): DropboxApi | undefined {
  return (window as { Dropbox?: DropboxApi }).Dropbox;
}

/** It knows no MIME types: where one is accepted, everything is shown and what does not fit is told of afterwards. */
function extensionsOf(accept: readonly string[]): string[] | undefined {
  if (acceptsAnyType(accept) || accept.some((each) => each.includes('/'))) return undefined;
  return accept.map((each) => `.${each.trim().replace(/^\./, '')}`);
}
