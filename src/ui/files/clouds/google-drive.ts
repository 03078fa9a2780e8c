import * as z from 'zod/mini';
import { loadVendorScript } from '../../vendor-script.js';
import { gapi, google, type OAuth, type PickerApi } from './google-api.js';
import { isTooLate, type Pick, type PickedFile, type PickRequest } from './picker.js';

interface GoogleKeys {
  readonly apiKey: string;
  readonly clientId: string;
}

const tokenReply = z.object({ access_token: z.string().check(z.minLength(1)) });
const refusal = z.union([
  z.object({ error: z.literal('access_denied') }),
  z.object({ type: z.literal('popup_closed') }),
]);
const pickerReply = z.object({ action: z.string() });
const pickedReply = z.object({
  docs: z.array(
    z.object({
      id: z.string().check(z.minLength(1)),
      name: z.string().check(z.minLength(1)),
      mimeType: z.string(),
      sizeBytes: z.nullish(z.union([z.string(), z.number()])),
    }),
  ),
});

/** Leave for the files alone that the applicant picks, and for no others. */
const scope = 'https://www.googleapis.com/auth/drive.file';
const pickerTimeoutMs = 15_000;

/**
 * Asks for leave in a window of Google's, and opens its picker above the page. The token is kept for this one time.
 * @throws {Error} where a script does not arrive, or what it gives is something else
 */
export async function pickFromGoogleDrive(keys: GoogleKeys, request: PickRequest): Promise<Pick> {
  if (!google()?.accounts?.oauth2 || !google()?.picker) {
    await Promise.all([loadVendorScript('https://accounts.google.com/gsi/client'), loadPicker()]);
    if (isTooLate()) return { status: 'late' };
  }
  const { accounts, picker } = google() ?? {};
  if (!accounts?.oauth2 || !picker) throw new Error('The scripts of Google have run and left something else.');
  const token = await askForLeave(accounts.oauth2, keys);
  if (token === undefined) return { status: 'closed' };
  const reply = await openPicker(picker, token, keys, request);
  if (reply === undefined) return { status: 'closed' };
  return { status: 'picked', files: pickedReply.parse(reply).docs.map((doc) => pickedFile(doc, token)) };
}

async function loadPicker(): Promise<void> {
  if (!gapi()) await loadVendorScript('https://apis.google.com/js/api.js');
  await new Promise<void>((resolve, reject) => {
    const fail = (): void => reject(new Error('The picker of Google did not arrive.'));
    const loader = gapi();
    if (!loader) return fail();
    loader.load('picker', { callback: resolve, onerror: fail, timeout: pickerTimeoutMs, ontimeout: fail });
  });
}

/** `undefined` where the applicant gives none. */
function askForLeave(oauth: OAuth, { clientId }: GoogleKeys): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (reply: unknown): void => {
      const { data } = tokenReply.safeParse(reply);
      if (data) resolve(data.access_token);
      else if (refusal.safeParse(reply).success) resolve(undefined);
      else reject(new Error('Google gave no leave to read files.'));
    };
    const client = oauth.initTokenClient({ client_id: clientId, scope, callback: settle, error_callback: settle });
    // Asked once: who has given leave before sees a window that closes by itself.
    client.requestAccessToken({ prompt: '' });
  });
}

/** @returns what was picked; `undefined` where the picker was closed */
function openPicker(api: PickerApi, token: string, keys: GoogleKeys, { most, lang }: PickRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const view = new api.DocsView().setIncludeFolders(true).setSelectFolderEnabled(false);
    const builder = new api.PickerBuilder()
      .addView(view)
      .setOAuthToken(token)
      .setDeveloperKey(keys.apiKey)
      // The project's number, with which a client id begins: without it, no leave is given for what is picked.
      .setAppId(keys.clientId.split('-')[0]!)
      .setOrigin(location.origin)
      .setLocale(lang)
      .setMaxItems(most)
      .setCallback((reply) => {
        const action = pickerReply.safeParse(reply).data?.action;
        if (action === 'picked') resolve(reply);
        else if (action === 'cancel') resolve(undefined);
        else if (action === 'error') reject(new Error('The picker of Google has failed.'));
        else return;
        picker.dispose?.();
      });
    if (most > 1) builder.enableFeature(api.Feature.MULTISELECT_ENABLED);
    const picker = builder.build();
    picker.setVisible(true);
  });
}

/** Documents of Google's own have no bytes: they are handed over as PDF. https://developers.google.com/workspace/drive/api/reference/rest/v3/files */
function pickedFile(doc: z.infer<typeof pickedReply>['docs'][number], token: string): PickedFile {
  const { id, name, mimeType, sizeBytes } = doc;
  const address = `https://www.googleapis.com/drive/v3/files/${encodeURIComponent(id)}`;
  const headers = { Authorization: `Bearer ${token}` };
  if (!mimeType.startsWith('application/vnd.google-apps.')) {
    return {
      name,
      type: mimeType,
      size: Number(sizeBytes) || undefined,
      url: `${address}?alt=media&supportsAllDrives=true`,
      headers,
    };
  }
  const type = 'application/pdf';
  return { name: `${name}.pdf`, type, url: `${address}/export?mimeType=${encodeURIComponent(type)}`, headers };
}
